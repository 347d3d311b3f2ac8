package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** secur32.dll. */
public interface Secur32Ex extends StdCallLibrary {
    Secur32Ex INSTANCE = Native.load("secur32", Secur32Ex.class, W32APIOptions.UNICODE_OPTIONS);

    /** <a href="https://learn.microsoft.com/windows/win32/api/secext/ne-secext-extended_name_format">EXTENDED_NAME_FORMAT</a> */
    int NameSamCompatible = 2;

    int NameDisplay = 3;

    /** May wait for a domain controller. <a href="https://learn.microsoft.com/windows/win32/api/secext/nf-secext-translatenamew">TranslateNameW</a> */
    boolean TranslateName(
            String lpAccountName,
            int AccountNameFormat,
            int DesiredNameFormat,
            char[] lpTranslatedName,
            IntByReference nSize);
}
