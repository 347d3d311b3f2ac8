package org.rollcall.agent.host.windows.process;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import org.rollcall.agent.host.windows.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Windows whose a SID is. May wait for a domain controller. */
public final class AccountReader {
    private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);

    private AccountReader() {}

    /** Null when there is no such account, or nobody to ask. */
    public static Account account(String sid) {
        try {
            Advapi32Util.Account account = Advapi32Util.getAccountBySid(sid);
            return new Account(account.domain, account.name);
        } catch (Win32Exception e) {
            LOG.debug("no account for {}: Windows error {}", sid, e.getErrorCode());
            return null;
        }
    }
}
