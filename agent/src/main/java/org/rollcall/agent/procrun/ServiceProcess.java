package org.rollcall.agent.procrun;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
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
    private static final long A_DAY = TimeUnit.DAYS.toMillis(1);
    private static final Duration PREPARE_AGAIN = Duration.ofSeconds(5);

    /** The agent's work, given the latest log lines. */
    interface Work {
        AutoCloseable start(RecentLog log);
    }

    private final ServiceFolder folder;
    private final ServicePlatform platform;
    private final Work work;
    private final IntConsumer halt;
    private final Clock clock;
    private final Duration prepareAgain;
    private final RunMark mark;
    private boolean marked;
    private final CountDownLatch toStop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param halt ends the process at once */
    ServiceProcess(ServiceFolder folder, ServicePlatform platform, Work work, IntConsumer halt, Clock clock) {
        this(folder, platform, work, halt, clock, PREPARE_AGAIN);
    }

    /** @param prepareAgain after a failure to make the folder ready */
    ServiceProcess(
            ServiceFolder folder,
            ServicePlatform platform,
            Work work,
            IntConsumer halt,
            Clock clock,
            Duration prepareAgain) {
        this.folder = folder;
        this.platform = platform;
        this.work = work;
        this.halt = halt;
        this.clock = clock;
        this.prepareAgain = prepareAgain;
        mark = new RunMark(folder.runMark());
    }

    /** Returns when it has been stopped, or when it must not run. */
    void run() {
        FolderPreparation prepared = prepare();
        EventSink events = platform.eventLog();
        if (prepared.inUse()) {
            // The log file is the other one's.
            AgentLog.start(null, events);
            refuse();
            return;
        }
        RecentLog log = AgentLog.start(folder.log(), events);
        LOG.info(
                "Rollcall agent {} starts as a service, process {}",
                Version.text(),
                ProcessHandle.current().pid());
        prepared.tell();
        platform.setFailureActions();
        mark();
        prepared = live(work.start(log), prepared);
        unmark();
        prepared.release();
        stopped.countDown();
    }

    private FolderPreparation prepare() {
        return FolderPreparation.of(folder, platform.folderRights(), clock);
    }

    private void refuse() {
        LOG.error(
                EventId.ALREADY_RUNNING.marker(),
                "Another Rollcall service works in {}: this one ends. Stop the other one first",
                folder.root());
        halt.accept(SECOND_INSTANCE);
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

    private FolderPreparation live(AutoCloseable agent, FolderPreparation first) {
        LogCleaning cleaning = new LogCleaning(folder.logs(), clock);
        FolderPreparation prepared = first;
        try {
            cleaning.run();
            while (!toStop.await(prepared.failed() ? prepareAgain.toMillis() : A_DAY, TimeUnit.MILLISECONDS)) {
                prepared = prepared.failed() ? preparedAgain(prepared) : prepared;
                cleaning.run();
            }
            agent.close();
        } catch (Exception e) {
            LOG.error("The agent did not stop cleanly", e);
        }
        return prepared;
    }

    private FolderPreparation preparedAgain(FolderPreparation before) {
        FolderPreparation now = prepare();
        if (now.inUse()) {
            refuse();
        } else if (!now.failed()) {
            LOG.info("The data folder {} is ready again", folder.root());
            now.tell();
            mark();
        }
        return now.inUse() ? before : now;
    }

    private void mark() {
        if (marked) {
            return;
        }
        try {
            mark.set(clock.instant())
                    .ifPresent(began -> LOG.warn(
                            EventId.ENDED_WITHOUT_STOP.marker(),
                            "The last run, which began at {}, ended without a stop: the power went, somebody ended the "
                                    + "process, or it failed (then agent.log or a file hs_err in {} says how)",
                            began,
                            folder.logs()));
            marked = true;
        } catch (IOException e) {
            LOG.debug("No mark of this run", e);
        }
    }

    private void unmark() {
        try {
            mark.take();
        } catch (IOException e) {
            LOG.debug("The mark of this run stays", e);
        }
    }
}
