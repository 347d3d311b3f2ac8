package org.rollcall.agent.procrun;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What procrun's jvm mode calls.
 *
 * @see <a href="https://commons.apache.org/proper/commons-daemon/procrun.html">procrun</a>
 */
public final class Procrun {
    private static final CountDownLatch STARTED = new CountDownLatch(1);
    /** Loading a few classes; a start that hangs must not keep the stop. */
    private static final long START_SECONDS = 2;

    private static volatile ServiceProcess process;

    private Procrun() {}

    /** Returns when the service has been stopped: procrun would report a service that is RUNNING with nothing in it. */
    public static void start(String[] arguments) {
        FatalEnd fatal = new FatalEnd();
        Thread.setDefaultUncaughtExceptionHandler(fatal);
        try {
            ServiceFolder folder = ServiceFolder.byDefault();
            ServicePlatform platform = ServicePlatform.ofThisSystem();
            ServiceProcess mine = new ServiceProcess(
                    folder,
                    platform,
                    new InstalledAgent(folder, platform)::start,
                    Runtime.getRuntime()::halt,
                    Clock.systemUTC());
            process = mine;
            STARTED.countDown();
            mine.run();
        } catch (RuntimeException | Error e) {
            fatal.end("the start failed: " + e, e);
        }
    }

    /** From any thread, any number of times: at Windows' shutdown the console's handler may be a second caller. */
    public static void stop(String[] arguments) {
        try {
            if (STARTED.await(START_SECONDS, TimeUnit.SECONDS)) {
                process.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
