package org.rollcall.agent.enrol;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.stanza.Enrolment;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.text.XmlText;

/** Turns what central, the server or the network answered into one sentence and what to do next. */
final class Replies {
    private final String account;
    private final String enrolmentUser;
    private final Jid central;

    /** @param account the bare JID that this machine is to have */
    Replies(String account, String enrolmentUser, Jid central) {
        this.account = account;
        this.enrolmentUser = enrolmentUser;
        this.central = central;
    }

    static Reply failed(LinkFailure failure) {
        return switch (failure.kind()) {
            case PASSWORD, ACCOUNT_UNKNOWN, CERTIFICATE, NO_SAFE_MECHANISM ->
                Reply.of(Reply.Kind.NOT_SO, failure.sentence());
            default -> Reply.of(Reply.Kind.NOT_NOW, failure.sentence());
        };
    }

    Reply of(IQ answer) {
        if (answer.getType() == IQ.Type.error) {
            return refused(answer.getError());
        }
        try {
            Enrolment enrolment = Enrolment.from(answer instanceof NodeIq iq ? iq.node() : null);
            return enrolment.enrolled() ? enrolled(enrolment) : waiting(enrolment);
        } catch (MalformedException e) {
            return Reply.of(Reply.Kind.NOT_SO, central + " gives an answer that cannot be read: " + e.getMessage());
        }
    }

    private Reply enrolled(Enrolment enrolment) {
        if (!enrolment.account().equals(account)) {
            return Reply.of(
                    Reply.Kind.NOT_SO,
                    central + " has made the account " + XmlText.name(enrolment.account())
                            + ", but this machine's settings say " + account + ": set xmpp.user and xmpp.domain alike");
        }
        return Reply.of(Reply.Kind.ENROLLED, "this machine is enrolled as " + account);
    }

    private static Reply waiting(Enrolment enrolment) {
        String why = switch (enrolment.reason()) {
            case Enrolment.Reasons.CLOSED -> "waiting for an administrator: enrolment is not open for this machine";
            case Enrolment.Reasons.HARDWARE -> "waiting for an administrator: the name is known with other hardware";
            case Enrolment.Reasons.BUSY -> "central is busy with others";
            case Enrolment.Reasons.REFUSED -> "an administrator has refused this machine";
            default -> "waiting (" + XmlText.name(enrolment.reason()) + ")";
        };
        return new Reply(Reply.Kind.WAITING, why, enrolment.retryAfter());
    }

    private Reply refused(StanzaError error) {
        StanzaError.Condition condition =
                error == null ? StanzaError.Condition.undefined_condition : error.getCondition();
        String said = error == null || error.getDescriptiveText() == null
                ? condition.toString()
                : XmlText.name(error.getDescriptiveText());
        return switch (condition) {
            case service_unavailable, recipient_unavailable, remote_server_not_found, remote_server_timeout, gone ->
                Reply.of(Reply.Kind.NOT_NOW, central + " is not there");
            case internal_server_error, resource_constraint, undefined_condition ->
                Reply.of(Reply.Kind.NOT_NOW, central + " could not enrol this machine: " + said);
            case forbidden ->
                Reply.of(
                        Reply.Kind.NOT_SO,
                        central + " does not let " + enrolmentUser + " enrol machines: " + said
                                + "; enrol.user here and enrol.account there must be the same");
            case feature_not_implemented ->
                Reply.of(Reply.Kind.NOT_SO, central + " enrols no machines: set enrol.account there");
            default -> Reply.of(Reply.Kind.NOT_SO, central + " refuses to enrol this machine: " + said);
        };
    }
}
