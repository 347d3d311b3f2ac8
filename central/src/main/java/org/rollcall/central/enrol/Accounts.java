package org.rollcall.central.enrol;

import java.util.Optional;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.text.Sentence;

/** The accounts on the XMPP server. Each call waits for the server: seconds at most. */
public interface Accounts {

    /** @throws AccountException {@link AccountException.Kind#EXISTS} among others */
    void add(BareJid account, String password) throws AccountException, InterruptedException;

    /** @throws AccountException {@link AccountException.Kind#MISSING} among others */
    void changePassword(BareJid account, String password) throws AccountException, InterruptedException;

    /** Ends its connections too. One that is not there is no failure. */
    void delete(BareJid account) throws AccountException, InterruptedException;

    /** Why nothing can be done now, one sentence; empty when it can, as far as is known. */
    Optional<Sentence> failure();

    /** Why the server cannot be asked now, one sentence; empty when there is a link, whatever came of it last. */
    Optional<Sentence> down();
}
