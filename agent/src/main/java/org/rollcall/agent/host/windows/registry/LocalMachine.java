package org.rollcall.agent.host.windows.registry;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The real one, in its 64-bit view.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regenumvaluew">RegEnumValueW</a>
 */
public final class LocalMachine implements RegistryTree {
    static final int READ = WinNT.KEY_READ | WinNT.KEY_WOW64_64KEY;
    /** Of one value; settings are far smaller. */
    private static final int MOST_BYTES = 1 << 16;

    private static final int MOST_VALUES = 1024;
    /** The longest name that Windows allows, and the NUL that ends it. */
    private static final int LONGEST_NAME = 16383 + 1;

    @Override
    public List<RegistryValue> values(String key) throws IOException {
        HKEYByReference opened = new HKEYByReference();
        int error = Advapi32.INSTANCE.RegOpenKeyEx(WinReg.HKEY_LOCAL_MACHINE, key, 0, READ, opened);
        if (error == WinError.ERROR_FILE_NOT_FOUND || error == WinError.ERROR_PATH_NOT_FOUND) {
            return List.of();
        }
        check(error);
        try {
            return values(opened.getValue());
        } finally {
            Advapi32.INSTANCE.RegCloseKey(opened.getValue());
        }
    }

    private static List<RegistryValue> values(WinReg.HKEY key) throws IOException {
        List<RegistryValue> values = new ArrayList<>();
        char[] name = new char[LONGEST_NAME];
        byte[] data = new byte[MOST_BYTES];
        for (int i = 0; i < MOST_VALUES; i++) {
            IntByReference nameLength = new IntByReference(LONGEST_NAME);
            IntByReference type = new IntByReference();
            IntByReference length = new IntByReference(MOST_BYTES);
            int error = Advapi32.INSTANCE.RegEnumValue(key, i, name, nameLength, null, type, data, length);
            if (error == WinError.ERROR_NO_MORE_ITEMS) {
                break;
            }
            boolean large = error == WinError.ERROR_MORE_DATA;
            if (!large) {
                check(error);
            }
            // With too much data the name's length is not promised; the NUL at its end is.
            String text = Native.toString(name);
            values.add(new RegistryValue(text, type.getValue(), large ? null : Arrays.copyOf(data, length.getValue())));
        }
        return values;
    }

    private static void check(int error) throws IOException {
        if (error != WinError.ERROR_SUCCESS) {
            throw new IOException(error == WinError.ERROR_ACCESS_DENIED ? "access denied" : "Windows error " + error);
        }
    }
}
