package org.rollcall.agent.host.windows.session;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.Netapi32;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.rollcall.agent.host.windows.Account;
import org.rollcall.agent.host.windows.bindings.Secur32Ex;
import org.rollcall.agent.host.windows.bindings.USER_INFO_10;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Windows for a person's full name. May wait for a domain controller: never in the path of an answer. */
public final class FullNames {
    private static final Logger LOG = LoggerFactory.getLogger(FullNames.class);
    private static final int LONGEST = 1024;

    private FullNames() {}

    /** Null when there is none. */
    public static String of(Account account) {
        boolean local = Kernel32Util.getComputerName().equalsIgnoreCase(account.domain());
        String name = local ? ofLocalAccount(account.user()) : ofDomainAccount(account);
        return name == null || name.isBlank() ? null : name;
    }

    private static String ofDomainAccount(Account account) {
        char[] name = new char[LONGEST];
        IntByReference length = new IntByReference(LONGEST);
        boolean found = Secur32Ex.INSTANCE.TranslateName(
                account.qualified(), Secur32Ex.NameSamCompatible, Secur32Ex.NameDisplay, name, length);
        if (!found) {
            LOG.debug("no full name for {}: Windows error {}", account.qualified(), Native.getLastError());
            return null;
        }
        return Native.toString(name);
    }

    /** TranslateName knows domain accounts only. */
    private static String ofLocalAccount(String user) {
        PointerByReference info = new PointerByReference();
        int error = Netapi32.INSTANCE.NetUserGetInfo(null, user, 10, info);
        if (error != 0) {
            LOG.debug("no full name for local user {}: Windows error {}", user, error);
            return null;
        }
        try {
            return info.getValue().getPointer(USER_INFO_10.usri10_full_name).getWideString(0);
        } finally {
            Netapi32.INSTANCE.NetApiBufferFree(info.getValue());
        }
    }
}
