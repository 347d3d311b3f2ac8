package org.rollcall.tests.bench;

import java.util.concurrent.CountDownLatch;
import org.rollcall.agent.host.windows.service.WindowsService;

/** A service for procrun that does nothing until it is stopped: what is there without ours. */
public final class Sleeper {
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private Sleeper() {}

    /** On another system, or without procrun. */
    public static void main(String[] arguments) throws InterruptedException {
        start(arguments);
    }

    public static void start(String[] arguments) throws InterruptedException {
        OVER.await();
    }

    public static void stop(String[] arguments) {
        WindowsService.leaveConsole();
        OVER.countDown();
    }
}
