package org.rollcall.cli.doctor;

import java.util.List;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.UnparsedIQ;
import org.rollcall.cli.doctor.Finding.Level;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

/** What the server keeps of messages: for who is away, and for good. */
final class StorageCheck implements InsideCheck {
    private static final String MAM = "urn:xmpp:mam:2";

    @Override
    public List<Finding> look(Account account) throws SmackException, InterruptedException {
        try {
            boolean offline = account.info(account.domain(), null).containsFeature("msgoffline");
            boolean archive =
                    account.info(account.jid().asBareJid(), null).containsFeature(MAM) && !archivesNothing(account);
            return List.of(
                    new Finding(offline ? Level.WARNING : Level.OK, offline ? "offline.kept" : "offline.refused"),
                    new Finding(archive ? Level.WARNING : Level.OK, archive ? "archive.on" : "archive.off"));
        } catch (XMPPErrorException e) {
            return List.of(new Finding(Level.NOTE, "kept.unknown", e.getMessage()));
        }
    }

    /** The account's own preference (XEP-0441): always, roster or never. */
    private static boolean archivesNothing(Account account) throws SmackException, InterruptedException {
        try {
            IQ answer = account.ask(NodeIq.get(account.jid().asBareJid(), new XmlNode("prefs", MAM)));
            return answer instanceof UnparsedIQ unparsed
                    && unparsed.getContent().toString().matches("(?s).*default=['\"]never['\"].*");
        } catch (XMPPErrorException e) {
            return false;
        }
    }
}
