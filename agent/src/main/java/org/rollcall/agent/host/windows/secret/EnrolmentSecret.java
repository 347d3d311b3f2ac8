package org.rollcall.agent.host.windows.secret;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The enrolment account's password as the MSI leaves it in the registry.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regdeletevaluew">RegDeleteValueW</a>
 */
public final class EnrolmentSecret {
    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentSecret.class);
    private static final String KEY = "SOFTWARE\\Rollcall\\Enrolment";
    private static final String VALUE = "enrol.secret";

    private EnrolmentSecret() {}

    /** It has done its work; where there is none, nothing happens. */
    public static void delete() {
        HKEYByReference key = new HKEYByReference();
        int error = Advapi32.INSTANCE.RegOpenKeyEx(WinReg.HKEY_LOCAL_MACHINE, KEY, 0, WinNT.KEY_SET_VALUE, key);
        if (error == WinError.ERROR_SUCCESS) {
            try {
                error = Advapi32.INSTANCE.RegDeleteValue(key.getValue(), VALUE);
            } finally {
                Advapi32.INSTANCE.RegCloseKey(key.getValue());
            }
        }
        if (error == WinError.ERROR_SUCCESS) {
            LOG.info("The enrolment secret is deleted from HKLM\\{}", KEY);
        } else if (error != WinError.ERROR_FILE_NOT_FOUND) {
            LOG.warn("The enrolment secret in HKLM\\{} could not be deleted: Windows error {}", KEY, error);
        }
    }
}
