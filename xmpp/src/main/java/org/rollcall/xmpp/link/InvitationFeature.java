package org.rollcall.xmpp.link;

import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.provider.ExtensionElementProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jxmpp.JxmppContext;

/** A server's word that it takes invitations (XEP-0445); Smack forgets features that it cannot read. */
final class InvitationFeature implements ExtensionElement {

    static void install() {
        ProviderManager.addStreamFeatureProvider(
                Registration.BY_INVITATION.getLocalPart(),
                Registration.BY_INVITATION.getNamespaceURI(),
                new ExtensionElementProvider<ExtensionElement>() {
                    @Override
                    public ExtensionElement parse(
                            XmlPullParser parser, int depth, XmlEnvironment environment, JxmppContext context) {
                        return new InvitationFeature();
                    }
                });
    }

    @Override
    public String getElementName() {
        return Registration.BY_INVITATION.getLocalPart();
    }

    @Override
    public String getNamespace() {
        return Registration.BY_INVITATION.getNamespaceURI();
    }

    @Override
    public CharSequence toXML(XmlEnvironment environment) {
        return "<register xmlns='" + getNamespace() + "'/>";
    }
}
