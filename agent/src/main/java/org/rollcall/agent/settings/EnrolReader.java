package org.rollcall.agent.settings;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.rollcall.agent.journal.DataFolder;
import org.rollcall.agent.settings.AgentSettings.Enrol;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.SecretFile;
import org.rollcall.xmpp.settings.Values;
import org.rollcall.xmpp.settings.XmppKeys;
import org.rollcall.xmpp.settings.XmppSettingsReader;

/** Makes {@link Enrol} of {@code [enrol]}, and checks that a machine without an account can come by one. */
final class EnrolReader {
    /** A line of some hundred bytes for each of a large park's machines. */
    private static final int LARGEST_INVITATIONS = 256 * 1024;

    private EnrolReader() {}

    /** Null when it is not set up; what is missing is told among the problems. */
    static Enrol read(Values values, Problems problems) {
        String user = values.get(AgentKeys.ENROL_USER);
        Path invitations = values.get(AgentKeys.ENROL_INVITATION_FILE);
        if (user != null && invitations != null) {
            // Both stand for the one way to an account; central's is the one that looks at hardware.
            problems.add(
                    values.strict(AgentKeys.ENROL_INVITATION_FILE.key()),
                    values.where(AgentKeys.ENROL_INVITATION_FILE.key()),
                    "enrol.both",
                    AgentKeys.ENROL_USER.key(),
                    AgentKeys.ENROL_INVITATION_FILE.key());
        }
        if (user == null) {
            return invitations == null ? null : new Enrol(null, new SecretFile(invitations, LARGEST_INVITATIONS));
        }
        Supplier<char[]> secret =
                XmppSettingsReader.secret(values, problems, AgentKeys.ENROL_SECRET, AgentKeys.ENROL_SECRET_FILE);
        if (!hasOwnAccount(values) && !enrolledBefore(values)) {
            if (secret == null && !values.tried(AgentKeys.ENROL_SECRET_FILE.key())) {
                problems.error("", "enrol.secret.missing", AgentKeys.ENROL_USER.key());
            }
            if (values.get(AgentKeys.CENTRAL_JID) == null && !values.tried(AgentKeys.CENTRAL_JID.key())) {
                problems.error("", "enrol.central.missing", AgentKeys.ENROL_USER.key(), AgentKeys.CENTRAL_JID.key());
            }
        }
        return new Enrol(user, secret);
    }

    /** Whether the data folder holds a password: by then the secret is gone, and the account's name may be, too. */
    static boolean enrolledBefore(Values values) {
        Path folder = values.get(AgentKeys.DATA_DIR);
        return folder != null && DataFolder.hasPassword(folder);
    }

    private static boolean hasOwnAccount(Values values) {
        return values.tried(XmppKeys.PASSWORD.key())
                || values.tried(XmppKeys.PASSWORD_FILE.key())
                || values.tried(XmppKeys.CLIENT_CERTIFICATE.key());
    }
}
