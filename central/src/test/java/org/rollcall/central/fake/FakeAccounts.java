package org.rollcall.central.fake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.enrol.AccountException;
import org.rollcall.central.enrol.AccountException.Kind;
import org.rollcall.central.enrol.Accounts;
import org.rollcall.xmpp.text.Sentence;

/** The accounts of a server, in memory. */
public final class FakeAccounts implements Accounts {
    public final Map<BareJid, String> passwords = new ConcurrentHashMap<>();
    /** What the next calls fail with; null: nothing. */
    public volatile AccountException failing;

    @Override
    public void add(BareJid account, String password) throws AccountException {
        fail();
        if (passwords.putIfAbsent(account, password) != null) {
            throw new AccountException(Kind.EXISTS, "add-user " + account + ": the server says conflict");
        }
    }

    @Override
    public void changePassword(BareJid account, String password) throws AccountException {
        fail();
        if (passwords.replace(account, password) == null) {
            throw new AccountException(Kind.MISSING, "change-user-password " + account + ": no such account");
        }
    }

    @Override
    public void delete(BareJid account) throws AccountException {
        fail();
        passwords.remove(account);
    }

    @Override
    public Optional<Sentence> failure() {
        return Optional.ofNullable(failing).map(why -> Sentence.plain(why.getMessage()));
    }

    @Override
    public Optional<Sentence> down() {
        return failing != null && failing.kind() == Kind.UNREACHABLE ? failure() : Optional.empty();
    }

    private void fail() throws AccountException {
        if (failing != null) {
            throw failing;
        }
    }
}
