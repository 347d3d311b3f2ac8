package org.rollcall.agent.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.LoggerFactory;

/** How much the agent says of itself; more of it only for a while, as a forgotten debug level fills a disk. */
public final class LogLevel {
    private final Logger logger;
    private Level before;
    private Timer back;

    public LogLevel() {
        this("org.rollcall");
    }

    LogLevel(String logger) {
        this.logger = (Logger) LoggerFactory.getLogger(logger);
    }

    /** {@code error}, {@code warn}, {@code info}, {@code debug} or {@code trace}. */
    public String current() {
        return logger.getEffectiveLevel().toString().toLowerCase(Locale.ROOT);
    }

    /** Afterwards it is again what it was before the first of these. */
    public synchronized void set(String level, Duration during) {
        if (back == null) {
            before = logger.getLevel();
        } else {
            back.cancel();
        }
        logger.setLevel(Level.toLevel(level));
        Timer timer = new Timer("rollcall-loglevel", true);
        back = timer;
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        restore(timer);
                    }
                },
                during.toMillis());
    }

    private synchronized void restore(Timer timer) {
        if (back == timer) {
            logger.setLevel(before);
            back = null;
        }
        timer.cancel();
    }
}
