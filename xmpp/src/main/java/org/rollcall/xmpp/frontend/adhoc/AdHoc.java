package org.rollcall.xmpp.frontend.adhoc;

import java.util.Locale;
import org.jivesoftware.smack.packet.StanzaError;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.RefusedAnswer;
import org.rollcall.xmpp.stanza.XmlNode;
import org.rollcall.xmpp.text.Messages;

/** XEP-0050's names, elements and errors (section 4.4). */
final class AdHoc {
    static final String NAMESPACE = "http://jabber.org/protocol/commands";
    static final String FORMS = "jabber:x:data";
    /** Before the command's name, in node names. */
    static final String NODE_PREFIX = Namespace.ROLLCALL + "#";

    /** An error with XEP-0050's own condition beside XMPP's. */
    static final class AdHocException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Refusal refusal;
        private final String condition;

        AdHocException(String condition, Refusal refusal) {
            super(condition, null, false, false);
            this.condition = condition;
            this.refusal = refusal;
        }

        StanzaError toError(Locale locale) {
            return RefusedAnswer.toError(refusal, locale)
                    .addExtension(new XmlNode(condition, NAMESPACE))
                    .build();
        }
    }

    private AdHoc() {}

    static AdHocException malformedAction(String action, Locale locale) {
        return bad("malformed-action", text(locale, "refused.action", action));
    }

    static AdHocException badAction(String action, Locale locale) {
        return bad("bad-action", text(locale, "refused.not-now", action));
    }

    static AdHocException running(Locale locale) {
        return bad("bad-action", text(locale, "refused.running"));
    }

    static AdHocException badPayload(String why) {
        return bad("bad-payload", why);
    }

    static AdHocException badSession(Locale locale) {
        return bad("bad-sessionid", text(locale, "refused.session"));
    }

    static AdHocException expired(Locale locale) {
        return new AdHocException(
                "session-expired", new Refusal(Refusal.Reason.NOT_ALLOWED, text(locale, "refused.expired")));
    }

    static XmlNode command(String name, String sessionId, String status) {
        return new XmlNode("command", NAMESPACE)
                .with("node", NODE_PREFIX + name)
                .with("sessionid", sessionId)
                .with("status", status);
    }

    static XmlNode note(String type, String text) {
        return new XmlNode("note", NAMESPACE).with("type", type).text(text);
    }

    static String text(Locale locale, String key, Object... arguments) {
        return Messages.beside(AdHoc.class, locale).text(key, arguments);
    }

    private static AdHocException bad(String condition, String text) {
        return new AdHocException(condition, new Refusal(Refusal.Reason.BAD_REQUEST, text));
    }
}
