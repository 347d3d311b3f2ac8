package org.rollcall.cli.doctor;

import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;

/** An account that is signed in, and may ask its server. */
record Account(XMPPConnection connection, EntityFullJid jid) {

    Jid domain() {
        return connection.getXMPPServiceDomain();
    }

    /** @throws SmackException when the server is gone or silent */
    <I extends IQ> I ask(IQ request) throws SmackException, InterruptedException, XMPPErrorException {
        return connection.sendIqRequestAndWaitForResponse(request);
    }

    /** What an entity says of itself (XEP-0030). */
    DiscoverInfo info(Jid of, String node) throws SmackException, InterruptedException, XMPPErrorException {
        return ask(DiscoverInfo.builder(connection).to(of).setNode(node).build());
    }
}
