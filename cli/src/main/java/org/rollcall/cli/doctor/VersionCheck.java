package org.rollcall.cli.doctor;

import java.util.List;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smackx.iqversion.packet.Version;
import org.rollcall.cli.doctor.Finding.Level;

/** Whose server it is, and which version. */
final class VersionCheck implements InsideCheck {
    private ServerKind server = ServerKind.OTHER;

    /** What the server called itself when it was looked at. */
    ServerKind server() {
        return server;
    }

    @Override
    public List<Finding> look(Account account) throws SmackException, InterruptedException {
        try {
            Version version = account.ask(
                    Version.builder(account.connection()).to(account.domain()).build());
            server = ServerKind.of(version.getName());
            return List.of(new Finding(Level.OK, "server.is", version.getName() + " " + version.getVersion()));
        } catch (XMPPErrorException e) {
            return List.of(new Finding(Level.NOTE, "server.unknown"));
        }
    }
}
