package org.rollcall.agent.host.windows;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.platform.win32.Wtsapi32;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.host.portable.OshiSheet;
import org.rollcall.agent.host.windows.action.ProcessEnder;
import org.rollcall.agent.host.windows.action.SessionActions;
import org.rollcall.agent.host.windows.action.ShutdownActions;
import org.rollcall.agent.host.windows.action.ShutdownPrivilege;
import org.rollcall.agent.host.windows.action.Win32ProcessHandles;
import org.rollcall.agent.host.windows.action.WindowsActions;
import org.rollcall.agent.host.windows.bindings.Advapi32Ex;
import org.rollcall.agent.host.windows.bindings.NtDllEx;
import org.rollcall.agent.host.windows.bindings.PowrProfEx;
import org.rollcall.agent.host.windows.bindings.Wtsapi32Ex;
import org.rollcall.agent.host.windows.identity.IdentityReader;
import org.rollcall.agent.host.windows.notify.PowerNotifications;
import org.rollcall.agent.host.windows.notify.SessionWindow;
import org.rollcall.agent.host.windows.notify.UserPresence;
import org.rollcall.agent.host.windows.process.AccountReader;
import org.rollcall.agent.host.windows.process.OwnerReader;
import org.rollcall.agent.host.windows.process.ProcessListReader;
import org.rollcall.agent.host.windows.process.WindowsProcesses;
import org.rollcall.agent.host.windows.session.FullNames;
import org.rollcall.agent.host.windows.session.WindowsSessions;
import org.rollcall.agent.host.windows.session.WindowsUserLookup;
import org.rollcall.agent.host.windows.session.WtsSessionReader;

/** A PC with 64-bit Windows. Run as LocalSystem it sees everything; as anybody else, what Windows lets them see. */
public final class WindowsHost implements Host {
    private static final int LOOKUP_THREADS = 2;
    private static final int LOOKUPS_WAITING = 256;

    private final ThreadPoolExecutor lookups = lookups();
    private final UserPresence presence;
    private final WindowsSessions sessions;
    private final WindowsProcesses processes;
    private final HostActions actions;
    private final SessionWindow window;
    // Once: a clock put right later must not move the boot.
    private final Instant boot = ComputerFacts.bootTime();
    private volatile HostListener listener;
    private volatile PowerNotifications power;

    public WindowsHost(Clock clock) {
        presence = new UserPresence(clock);
        SlowLookup<Account, String> fullNames = new SlowLookup<>(FullNames::of, lookups, clock, this::sessionsChanged);
        SlowLookup<String, Account> accounts = new SlowLookup<>(AccountReader::account, lookups, clock, () -> {});
        sessions = new WindowsSessions(
                new WtsSessionReader(Wtsapi32.INSTANCE),
                new WindowsUserLookup(fullNames),
                presence::idleSince,
                () -> User32.INSTANCE.GetSystemMetrics(WinUser.SM_SHUTTINGDOWN) != 0,
                accounts::tell);
        processes = new WindowsProcesses(new ProcessListReader(NtDllEx.INSTANCE), OwnerReader::sid, accounts);
        actions = new WindowsActions(
                new SessionActions(Wtsapi32Ex.INSTANCE, Native::getLastError, sessions::read),
                new ProcessEnder(
                        new Win32ProcessHandles(),
                        processes::read,
                        ProcessHandle.current().pid()),
                new ShutdownActions(Advapi32Ex.INSTANCE, Native::getLastError, ShutdownPrivilege::enable));
        window = new SessionWindow(this::sessionsChanged);
    }

    /** Threads that live only while something is looked up. */
    private static ThreadPoolExecutor lookups() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                LOOKUP_THREADS,
                LOOKUP_THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(LOOKUPS_WAITING),
                task -> {
                    Thread thread = new Thread(task, "rollcall-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private void sessionsChanged() {
        HostListener told = listener;
        if (told != null) {
            told.sessionsChanged();
        }
    }

    @Override
    public String name() {
        return ComputerFacts.name();
    }

    @Override
    public Instant bootTime() {
        return boot;
    }

    @Override
    public HardwareIdentity identity() {
        return IdentityReader.read();
    }

    @Override
    public Optional<String> unfinished() {
        return SetupState.unfinished();
    }

    @Override
    public List<Session> sessions() throws ReadingFailedException {
        return sessions.read();
    }

    @Override
    public List<HostProcess> processes() throws ReadingFailedException {
        return processes.read();
    }

    @Override
    public HostSheet sheet() {
        return WindowsFacts.addedTo(OshiSheet.read());
    }

    @Override
    public HostActions actions() {
        return actions;
    }

    @Override
    public void listen(HostListener newListener) {
        listener = newListener;
        window.start();
        power = new PowerNotifications(PowrProfEx.INSTANCE, newListener, presence);
        power.start();
    }

    @Override
    public String notifications() {
        return window.status();
    }

    @Override
    public void close() {
        window.close();
        if (power != null) {
            power.close();
        }
        lookups.shutdownNow();
    }
}
