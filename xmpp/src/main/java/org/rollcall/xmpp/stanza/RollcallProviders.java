package org.rollcall.xmpp.stanza;

import java.io.IOException;
import java.text.ParseException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.provider.ExtensionElementProvider;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jivesoftware.smackx.disco.provider.DiscoverInfoProvider;
import org.jivesoftware.smackx.disco.provider.DiscoverItemsProvider;
import org.jxmpp.JxmppContext;
import org.rollcall.xmpp.text.XmlLimits;

/** Tells Smack to read our elements as {@link XmlNode} and {@link NodeIq}; once per process, before the first connection. */
public final class RollcallProviders {
    private static final String DISCO_INFO = "http://jabber.org/protocol/disco#info";
    private static final String DISCO_ITEMS = "http://jabber.org/protocol/disco#items";

    private static boolean registered;

    private RollcallProviders() {}

    /** Idempotent. */
    public static synchronized void register() {
        if (registered) {
            return;
        }
        // Before any parser is made.
        XmlLimits.lift();
        SmackXmlParser.setXmlPullParserFactory(new StreamParserFactory());
        for (String iq : new String[] {
            Events.ELEMENT,
            Stored.ELEMENT,
            Ask.ELEMENT,
            Answer.ELEMENT,
            Enrol.ELEMENT,
            Enrolment.ELEMENT,
            NewPassword.ELEMENT
        }) {
            ProviderManager.addIQProvider(iq, Namespace.ROLLCALL, new NodeIqProvider());
        }
        // XEP-0202: whatever stands in it is ours to judge, on both ends.
        ProviderManager.addIQProvider("time", "urn:xmpp:time", new NodeIqProvider());
        // Smack's own provider throws at a malformed form, which leaves its sender without an answer.
        ProviderManager.addIQProvider("command", "http://jabber.org/protocol/commands", new NodeIqProvider());
        ProviderManager.addExtensionProvider(Machine.ELEMENT, Namespace.ROLLCALL, new NodeProvider());
        ProviderManager.addExtensionProvider(Leaving.ELEMENT, Namespace.ROLLCALL, new NodeProvider());
        // Also in the messages to those who watch.
        ProviderManager.addExtensionProvider(Answer.ELEMENT, Namespace.ROLLCALL, new NodeProvider());
        ProviderManager.addExtensionProvider(RefusedAnswer.ELEMENT, Namespace.ROLLCALL, new NodeProvider());
        ProviderManager.addExtensionProvider(Idle.ELEMENT, Idle.NAMESPACE, new NodeProvider());
        ProviderManager.addIQProvider("query", DISCO_INFO, new LanguageKeeper<>(new DiscoverInfoProvider()));
        ProviderManager.addIQProvider("query", DISCO_ITEMS, new LanguageKeeper<>(new DiscoverItemsProvider()));
        registered = true;
    }

    private static String language(XmlPullParser parser) {
        return parser instanceof StreamParser stream ? stream.stanzaLanguage() : null;
    }

    private static final class NodeIqProvider extends IqProvider<NodeIq> {
        @Override
        public NodeIq parse(
                XmlPullParser parser, int depth, IqData iq, XmlEnvironment environment, JxmppContext context)
                throws XmlPullParserException, IOException {
            XmlNode node = XmlNodeReader.read(parser);
            if (node.attribute("xml:lang") == null) {
                node.with("xml:lang", language(parser));
            }
            return NodeIq.received(node);
        }
    }

    /** Smack does not tell an IQ its language; what we answer in depends on it. */
    private static final class LanguageKeeper<I extends IQ> extends IqProvider<I> {
        private final IqProvider<I> provider;

        LanguageKeeper(IqProvider<I> provider) {
            this.provider = provider;
        }

        @Override
        public I parse(XmlPullParser parser, int depth, IqData iq, XmlEnvironment environment, JxmppContext context)
                throws XmlPullParserException, IOException, SmackParsingException, ParseException {
            String language = language(parser);
            I read = provider.parse(parser, depth, iq, environment, context);
            if (language != null) {
                read.addExtension(new StanzaLanguage(language));
            }
            return read;
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
