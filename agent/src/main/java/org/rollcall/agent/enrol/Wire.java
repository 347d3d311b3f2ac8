package org.rollcall.agent.enrol;

import java.util.Optional;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.stanza.Enrol;

/** What enrolment asks of the network; each call blocks, for a minute at most. */
interface Wire {

    /** Whether the server accepts a password for the machine's own account; empty: yes. */
    Optional<LinkFailure> signIn(String password) throws InterruptedException;

    /** @param secret the enrolment account's password, or invitations; overwritten */
    Reply ask(char[] secret, Enrol question) throws InterruptedException;
}
