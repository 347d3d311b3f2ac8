package org.rollcall.agent.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends everything that the agent and its libraries log to one place, and keeps the latest for {@code log}. */
public final class AgentLog {
    private static final int RECENT_LINES = 500;
    private static final int LONGEST_LINE = 500;
    private static final FileSize ROLL_AT = FileSize.valueOf("2MB");
    private static final int OLD_FILES = 3;

    private AgentLog() {}

    /**
     * Called once, before anything that a log line should tell of.
     *
     * @param file {@code agent.log}; null: standard error. Rolled at 2 MB, with three older ones beside it; while it
     *     cannot be written, lines go to the other places alone
     * @return the latest 500 lines, from now on
     */
    public static RecentLog start(Path file) {
        return start(file, null);
    }

    /** @param system the system's own log, for warnings and worse; null: none */
    public static RecentLog start(Path file, EventSink system) {
        return start(file, system, Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** @param locale of the system's own log */
    public static RecentLog start(Path file, EventSink system, Locale locale) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        RecentLog recent = new RecentLog(RECENT_LINES, LONGEST_LINE);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (System.getProperty(PlainConfigurator.OWN_FILE) == null) {
            root.detachAndStopAllAppenders();
            root.addAppender(file == null ? console(context) : file(context, file));
            root.setLevel(Level.INFO);
            // Its hardware probing tells administrators nothing that the sheet does not.
            context.getLogger("oshi").setLevel(Level.ERROR);
        }
        root.addAppender(memory(context, recent));
        if (system != null) {
            Appender<ILoggingEvent> events = new EventAppender(system, new EventBudget(System::nanoTime), locale);
            events.setContext(context);
            events.start();
            root.addAppender(events);
        }
        // Smack logs by java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return recent;
    }

    /** For a program that says itself what there is to say. */
    public static void quiet() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.OFF);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    static Appender<ILoggingEvent> console(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context));
        appender.start();
        return appender;
    }

    static Appender<ILoggingEvent> file(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new PatientFileAppender();
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(file + ".%i");
        window.setMinIndex(1);
        window.setMaxIndex(OLD_FILES);
        window.start();
        size.setContext(context);
        size.setMaxFileSize(ROLL_AT);
        size.start();
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        LineLayout layout = new LineLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        return encoder;
    }

    private static Appender<ILoggingEvent> memory(LoggerContext context, RecentLog recent) {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                recent.add(LineLayout.line(event));
            }
        };
        appender.setContext(context);
        appender.start();
        return appender;
    }
}
