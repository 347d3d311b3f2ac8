package org.rollcall.agent.host.windows.session;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import org.rollcall.agent.host.windows.Account;
import org.rollcall.agent.host.windows.Registry;
import org.rollcall.agent.host.windows.SlowLookup;
import org.rollcall.agent.host.windows.TokenUser;
import org.rollcall.agent.host.windows.bindings.Wtsapi32Ex;

/**
 * Who a session's user is. The SID comes from the session's token, which the service may read; run by hand without that
 * right, from the logon screen's notes. LookupAccountName is not asked: it may wait for a domain controller, and a
 * session stands without a SID.
 */
public final class WindowsUserLookup implements UserLookup {
    private final LogonUi logonUi = new LogonUi(Registry::text);
    private final SlowLookup<Account, String> fullNames;

    public WindowsUserLookup(SlowLookup<Account, String> fullNames) {
        this.fullNames = fullNames;
    }

    @Override
    public String sid(int session, String user) {
        HANDLEByReference token = new HANDLEByReference();
        if (Wtsapi32Ex.INSTANCE.WTSQueryUserToken(session, token)) {
            try {
                String sid = TokenUser.sid(token.getValue());
                if (sid != null) {
                    return sid;
                }
            } finally {
                Kernel32.INSTANCE.CloseHandle(token.getValue());
            }
        }
        return logonUi.sid(session, user);
    }

    @Override
    public String fullName(int session, String user, String domain) {
        String name = logonUi.displayName(session, user);
        return name != null ? name : fullNames.known(new Account(domain, user));
    }
}
