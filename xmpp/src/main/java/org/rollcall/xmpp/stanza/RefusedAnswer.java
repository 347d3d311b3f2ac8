package org.rollcall.xmpp.stanza;

import java.util.Locale;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.XmlElement;
import org.rollcall.xmpp.command.Refusal;

/** A {@link Refusal} as the stanza error that carries it, with {@code <refused reason='…'/>}, and back. */
public final class RefusedAnswer {
    public static final String ELEMENT = "refused";

    private RefusedAnswer() {}

    public static StanzaError.Builder toError(Refusal refusal, Locale language) {
        return toError(refusal.reason(), refusal.getMessage(), language);
    }

    public static StanzaError.Builder toError(Refusal.Reason reason, String text, Locale language) {
        // Not by setDescriptiveTexts: Smack 4.5.0-rc1 then writes <text/> without its namespace, and no client shows
        // it.
        return StanzaError.getBuilder(StanzaError.Condition.fromString(reason.condition()))
                .addExtension(new XmlNode("text", StanzaError.ERROR_CONDITION_AND_TEXT_NAMESPACE)
                        .with("xml:lang", language.getLanguage())
                        .text(text))
                .addExtension(XmlNode.rollcall(ELEMENT).with("reason", reason.condition()));
    }

    /**
     * What the machine itself said; null when the error is a server's: {@code service-unavailable} without
     * {@code <refused/>} means off or unknown.
     */
    public static Refusal from(StanzaError error) {
        XmlElement extension = error.getExtension(ELEMENT, Namespace.ROLLCALL);
        if (extension instanceof XmlNode node) {
            return new Refusal(reason(node.attribute("reason")), text(error));
        }
        return null;
    }

    private static Refusal.Reason reason(String word) {
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            if (reason.condition().equals(word)) {
                return reason;
            }
        }
        return Refusal.Reason.INTERNAL_SERVER_ERROR;
    }

    private static String text(StanzaError error) {
        String text = error.getDescriptiveText();
        return text == null ? error.getCondition().toString() : text;
    }
}
