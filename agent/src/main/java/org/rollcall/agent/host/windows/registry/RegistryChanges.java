package org.rollcall.agent.host.windows.registry;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEY;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.host.SettingsChanges;
import org.rollcall.agent.host.windows.bindings.UserenvEx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computer policy was applied, or somebody wrote below a key that is watched.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regnotifychangekeyvalue">RegNotifyChangeKeyValue</a>
 */
public final class RegistryChanges implements SettingsChanges {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryChanges.class);
    private static final int CHANGES = WinNT.REG_NOTIFY_CHANGE_NAME | WinNT.REG_NOTIFY_CHANGE_LAST_SET;
    /** Writes come in bunches, and one look at the end of each is enough. */
    private static final int SETTLE_MILLIS = 1000;

    private final List<String> keys;
    private final HANDLE woken = event();
    private final HANDLE policy = event();
    private final HANDLE registry = event();
    private final List<HKEY> open = new ArrayList<>();
    private boolean policyTold;
    private boolean closed;

    /** @param keys below HKEY_LOCAL_MACHINE, each watched with all below it; one that is not there is left out */
    public RegistryChanges(List<String> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Unnamed, and back to unsignalled once a wait has seen it. */
    private static HANDLE event() {
        HANDLE event = Kernel32.INSTANCE.CreateEvent(null, false, false, null);
        if (event == null) {
            throw new IllegalStateException("no event, Windows error " + Kernel32.INSTANCE.GetLastError());
        }
        return event;
    }

    @Override
    public void arm() {
        if (!policyTold) {
            policyTold = UserenvEx.INSTANCE.RegisterGPNotification(policy, true);
            if (!policyTold) {
                LOG.debug("No notification of policy, Windows error {}", Kernel32.INSTANCE.GetLastError());
            }
        }
        // Anew each time: a key may have been deleted and made again, and each notification comes only once.
        closeKeys();
        Kernel32.INSTANCE.ResetEvent(registry);
        for (String key : keys) {
            watch(key);
        }
    }

    private void watch(String key) {
        HKEYByReference opened = new HKEYByReference();
        int access = WinNT.KEY_NOTIFY | WinNT.KEY_WOW64_64KEY;
        int error = Advapi32.INSTANCE.RegOpenKeyEx(WinReg.HKEY_LOCAL_MACHINE, key, 0, access, opened);
        if (error == WinError.ERROR_SUCCESS) {
            open.add(opened.getValue());
            error = Advapi32.INSTANCE.RegNotifyChangeKeyValue(opened.getValue(), true, CHANGES, registry, true);
        }
        if (error != WinError.ERROR_SUCCESS) {
            LOG.debug("{} is not watched, Windows error {}", key, error);
        }
    }

    @Override
    public void await(Duration most) {
        HANDLE[] events = {woken, policy, registry};
        int millis = (int) Math.min(most.toMillis(), Integer.MAX_VALUE);
        int first = Kernel32.INSTANCE.WaitForMultipleObjects(events.length, events, false, millis);
        if (first == WinBase.WAIT_OBJECT_0 + 1 || first == WinBase.WAIT_OBJECT_0 + 2) {
            Kernel32.INSTANCE.WaitForSingleObject(woken, SETTLE_MILLIS);
        }
    }

    @Override
    public synchronized void wake() {
        if (!closed) {
            Kernel32.INSTANCE.SetEvent(woken);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (policyTold) {
            UserenvEx.INSTANCE.UnregisterGPNotification(policy);
        }
        closeKeys();
        for (HANDLE event : List.of(woken, policy, registry)) {
            Kernel32.INSTANCE.CloseHandle(event);
        }
    }

    private void closeKeys() {
        open.forEach(Advapi32.INSTANCE::RegCloseKey);
        open.clear();
    }
}
