package org.rollcall.agent.procrun;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.EventId;
import org.rollcall.agent.log.EventSink;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.xmpp.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's one run, from start to stop: it never fails to start, and it is stopped in time. */
final class ServiceProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    /** Windows gives services some five seconds at shutdown. */
    private static final long STOP_MILLIS = 2800;

    private static final int SECOND_INSTANCE = 2;

    /** The agent's work, given the latest log lines. */
    interface Work {
        AutoCloseable start(RecentLog log);
    }

    private final ServiceFolder folder;
    private final ServicePlatform platform;
    private final Work work;
    private final IntConsumer halt;
    private final Clock clock;
    private final CountDownLatch toStop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param halt ends the process at once */
    ServiceProcess(ServiceFolder folder, ServicePlatform platform, Work work, IntConsumer halt, Clock clock) {
        this.folder = folder;
        this.platform = platform;
        this.work = work;
        this.halt = halt;
        this.clock = clock;
    }

    /** Returns when it has been stopped, or when it must not run. */
    void run() {
        FolderPreparation prepared = FolderPreparation.of(folder, platform.folderRights(), clock);
        EventSink events = platform.eventLog();
        if (prepared.inUse()) {
            // The log file is the other one's.
            AgentLog.start(null, events);
            LOG.error(
                    EventId.ALREADY_RUNNING.marker(),
                    "Another Rollcall service works in {}: this one ends. Stop the other one first",
                    folder.root());
            halt.accept(SECOND_INSTANCE);
            return;
        }
        RecentLog log = AgentLog.start(prepared.usable() ? folder.log() : null, events);
        LOG.info(
                "Rollcall agent {} starts as a service, process {}",
                Version.text(),
                ProcessHandle.current().pid());
        prepared.tell();
        platform.setFailureActions();
        RunMark mark = new RunMark(folder.runMark());
        mark(mark);
        live(work.start(log));
        unmark(mark);
        prepared.release();
        stopped.countDown();
    }

    /** From any thread, again and again; returns once all is said and written, or after 3 s. */
    void stop() {
        toStop.countDown();
        platform.leaveConsole();
        try {
            if (!stopped.await(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("The agent did not stop in time; the process ends all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live(AutoCloseable agent) {
        LogCleaning cleaning = new LogCleaning(folder.logs(), clock);
        try {
            do {
                cleaning.run();
            } while (!toStop.await(1, TimeUnit.DAYS));
            agent.close();
        } catch (Exception e) {
            LOG.error("The agent did not stop cleanly", e);
        }
    }

    private void mark(RunMark mark) {
        try {
            mark.set(clock.instant())
                    .ifPresent(began -> LOG.warn(
                            EventId.ENDED_WITHOUT_STOP.marker(),
                            "The last run, which began at {}, ended without a stop: the power went, somebody ended the "
                                    + "process, or it failed (then agent.log or a file hs_err in {} says how)",
                            began,
                            folder.logs()));
        } catch (IOException e) {
            LOG.debug("No mark of this run", e);
        }
    }

    private static void unmark(RunMark mark) {
        try {
            mark.take();
        } catch (IOException e) {
            LOG.debug("The mark of this run stays", e);
        }
    }
}
