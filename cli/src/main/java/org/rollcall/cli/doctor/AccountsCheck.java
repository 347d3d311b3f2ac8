package org.rollcall.cli.doctor;

import java.util.List;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.rollcall.cli.doctor.Finding.Level;

/** Whether this account may add accounts, and whether that is meant to be so. */
final class AccountsCheck implements InsideCheck {
    private static final String ADD_USER = "http://jabber.org/protocol/admin#add-user";
    private static final String COMMANDS = "http://jabber.org/protocol/commands";

    private final boolean administrator;

    /** @param administrator whether the account is the one that is to add accounts */
    AccountsCheck(boolean administrator) {
        this.administrator = administrator;
    }

    @Override
    public List<Finding> look(Account account) throws SmackException, InterruptedException {
        return List.of(finding(listsAddUser(account), account));
    }

    private Finding finding(boolean may, Account account) {
        return administrator
                ? new Finding(
                        may ? Level.OK : Level.BAD,
                        may ? "accounts.may" : "accounts.may-not",
                        account.jid().asBareJid())
                : new Finding(
                        may ? Level.WARNING : Level.OK,
                        may ? "accounts.too-much" : "accounts.least",
                        account.jid().asBareJid());
    }

    private static boolean listsAddUser(Account account) throws SmackException, InterruptedException {
        DiscoverItems request = new DiscoverItems();
        request.setTo(account.domain());
        request.setNode(COMMANDS);
        try {
            DiscoverItems listed = account.ask(request);
            if (listed.getItems().stream().anyMatch(item -> ADD_USER.equals(item.getNode()))) {
                return true;
            }
            // ejabberd lists it elsewhere, and tells its name to those alone who may use it.
            return !account.info(account.domain(), ADD_USER).getIdentities().isEmpty();
        } catch (XMPPErrorException e) {
            return false;
        }
    }
}
