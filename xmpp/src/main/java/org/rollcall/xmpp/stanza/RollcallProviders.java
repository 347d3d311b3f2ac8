package org.rollcall.xmpp.stanza;

import java.io.IOException;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.provider.ExtensionElementProvider;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jxmpp.JxmppContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Smack to read our elements as {@link XmlNode} and {@link NodeIq}; once per process, before the first connection. */
public final class RollcallProviders {
    private static final Logger LOG = LoggerFactory.getLogger(RollcallProviders.class);
    private static boolean registered;

    private RollcallProviders() {}

    /** Idempotent. */
    public static synchronized void register() {
        if (registered) {
            return;
        }
        for (String iq : new String[] {Events.ELEMENT, Stored.ELEMENT, Ask.ELEMENT, Answer.ELEMENT}) {
            ProviderManager.addIQProvider(iq, Namespace.ROLLCALL, new NodeIqProvider());
        }
        // Smack's own provider throws at a malformed form, which leaves its sender without an answer.
        ProviderManager.addIQProvider("command", "http://jabber.org/protocol/commands", new NodeIqProvider());
        ProviderManager.addExtensionProvider(Machine.ELEMENT, Namespace.ROLLCALL, new NodeProvider());
        ProviderManager.addExtensionProvider(RefusedAnswer.ELEMENT, Namespace.ROLLCALL, new NodeProvider());
        ProviderManager.addExtensionProvider(Idle.ELEMENT, Idle.NAMESPACE, new NodeProvider());
        // Smack's default prints a stack trace for every stanza that a stranger malformed.
        SmackConfiguration.setDefaultParsingExceptionCallback(unparsed ->
                LOG.warn("A stanza that cannot be read was dropped: {}", firstLine(unparsed.getParsingException())));
        registered = true;
    }

    private static String firstLine(Exception e) {
        String text = String.valueOf(e.getMessage() == null ? e : e.getMessage());
        int end = text.indexOf('\n');
        text = end < 0 ? text : text.substring(0, end);
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static final class NodeIqProvider extends IqProvider<NodeIq> {
        @Override
        public NodeIq parse(
                XmlPullParser parser, int depth, IqData iq, XmlEnvironment environment, JxmppContext context)
                throws XmlPullParserException, IOException {
            return NodeIq.received(XmlNodeReader.read(parser));
        }
    }

    private static final class NodeProvider extends ExtensionElementProvider<XmlNode> {
        @Override
        public XmlNode parse(XmlPullParser parser, int depth, XmlEnvironment environment, JxmppContext context)
                throws XmlPullParserException, IOException {
            return XmlNodeReader.read(parser);
        }
    }
}
