package org.rollcall.agent.host.windows.notify;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.LRESULT;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.platform.win32.Wtsapi32;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rollcall.agent.host.windows.bindings.User32Ex;
import org.rollcall.agent.host.windows.bindings.Wtsapi32Ex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A window that nobody sees, on a thread of its own, to which Windows posts session changes. A service cannot get them
 * from its control handler, as procrun forwards stop and shutdown only. The registration fails while the session
 * service is not up, or for ever where it is disabled: tried at once, then again with back-off.
 */
public final class SessionWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWindow.class);
    private static final String CLASS = "RollcallSessions";
    private static final int STOP = User32Ex.WM_APP + 1;
    private static final Pointer REGISTER = Pointer.createConstant(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final Runnable changed;
    private final RegistrationRetry retry = new RegistrationRetry();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "rollcall-sessions");
    // Kept here: Windows calls it for as long as the window lives.
    private final WinUser.WindowProc procedure = this::receive;
    private volatile HWND window;
    private volatile String status = "polling: not registered with Windows yet";
    private boolean registered;

    /** @param changed told of each change, on the window's thread */
    public SessionWindow(Runnable changed) {
        this.changed = changed;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** {@code notifications}, or {@code polling} and why. */
    public String status() {
        return status;
    }

    @Override
    public void close() {
        if (!thread.isAlive()) {
            return;
        }
        try {
            started.await(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (window != null) {
                User32.INSTANCE.PostMessage(window, STOP, new WPARAM(0), new LPARAM(0));
            }
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        HMODULE module = Kernel32.INSTANCE.GetModuleHandle(null);
        try {
            window = create(module);
            started.countDown();
            if (window != null) {
                register();
                pump();
            }
        } catch (RuntimeException | LinkageError e) {
            status = "polling: Windows' notifications failed (" + e.getMessage() + ")";
            LOG.warn("Windows' session notifications failed, polling goes on: {}", e.toString());
        } finally {
            started.countDown();
            destroy(module);
        }
    }

    private HWND create(HMODULE module) {
        WinUser.WNDCLASSEX type = new WinUser.WNDCLASSEX();
        type.hInstance = module;
        type.lpfnWndProc = procedure;
        type.lpszClassName = CLASS;
        User32.INSTANCE.RegisterClassEx(type);
        HWND created =
                User32.INSTANCE.CreateWindowEx(0, CLASS, "", 0, 0, 0, 0, 0, User32Ex.HWND_MESSAGE, null, module, null);
        if (created == null) {
            status = "polling: no window for notifications (Windows error " + Native.getLastError() + ")";
            LOG.warn("No window for session notifications, {}", status);
        }
        return created;
    }

    private void register() {
        registered = Wtsapi32.INSTANCE.WTSRegisterSessionNotification(window, Wtsapi32Ex.NOTIFY_FOR_ALL_SESSIONS);
        if (registered) {
            status = "notifications";
            LOG.info("Windows notifies of session changes");
            return;
        }
        int error = Native.getLastError();
        Duration delay = retry.next();
        status = "polling: Windows refused to notify (error " + error + "), trying again";
        LOG.info("Windows refused to notify of session changes (error {}), next try in {} s", error, delay.toSeconds());
        User32Ex.INSTANCE.SetTimer(window, REGISTER, (int) delay.toMillis(), null);
    }

    private void pump() {
        WinUser.MSG message = new WinUser.MSG();
        while (User32.INSTANCE.GetMessage(message, null, 0, 0) > 0) {
            User32.INSTANCE.DispatchMessage(message);
        }
    }

    private LRESULT receive(HWND to, int message, WPARAM wParam, LPARAM lParam) {
        switch (message) {
            case User32Ex.WM_WTSSESSION_CHANGE -> {
                LOG.debug("session change {} of session {}", wParam.intValue(), lParam.intValue());
                tell();
            }
            case User32Ex.WM_TIMER -> {
                User32Ex.INSTANCE.KillTimer(to, REGISTER);
                register();
            }
            case STOP -> User32.INSTANCE.PostQuitMessage(0);
            default -> {
                return User32.INSTANCE.DefWindowProc(to, message, wParam, lParam);
            }
        }
        return new LRESULT(0);
    }

    /** Nothing may be thrown into Windows. */
    private void tell() {
        try {
            changed.run();
        } catch (RuntimeException e) {
            LOG.error("a session change was not taken", e);
        }
    }

    private void destroy(HMODULE module) {
        if (window != null) {
            if (registered) {
                Wtsapi32.INSTANCE.WTSUnRegisterSessionNotification(window);
            }
            User32.INSTANCE.DestroyWindow(window);
        }
        User32.INSTANCE.UnregisterClass(CLASS, module);
    }
}
