package org.rollcall.agent.host.windows;

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.IntByReference;

/**
 * Single values below HKEY_LOCAL_MACHINE; null for one that is absent, of another type or unreadable.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-reggetvaluew">RegGetValueW</a>
 */
public final class Registry {
    private static final int RRF_RT_REG_SZ = 0x2;
    private static final int RRF_RT_REG_DWORD = 0x10;
    /** Enough for any name or SID; a longer text counts as absent. */
    private static final int LONGEST = 2048;

    private Registry() {}

    public static String text(String key, String value) {
        try (Memory data = new Memory(LONGEST)) {
            IntByReference length = new IntByReference(LONGEST);
            int bytes = read(key, value, RRF_RT_REG_SZ, data, length);
            // RegGetValue always ends a text with a NUL.
            return bytes < 2 ? null : new String(data.getCharArray(0, bytes / 2 - 1));
        }
    }

    public static Integer number(String key, String value) {
        try (Memory data = new Memory(Integer.BYTES)) {
            int bytes = read(key, value, RRF_RT_REG_DWORD, data, new IntByReference(Integer.BYTES));
            return bytes == Integer.BYTES ? data.getInt(0) : null;
        }
    }

    private static int read(String key, String value, int type, Memory data, IntByReference length) {
        int error = Advapi32.INSTANCE.RegGetValue(WinReg.HKEY_LOCAL_MACHINE, key, value, type, null, data, length);
        return error == WinError.ERROR_SUCCESS ? length.getValue() : 0;
    }
}
