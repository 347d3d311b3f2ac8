package org.rollcall.xmpp.link;

import java.util.logging.Level;
import org.jivesoftware.smack.AbstractXMPPConnection;
import org.jivesoftware.smack.ReconnectionManager;
import org.jivesoftware.smack.SASLAuthentication;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.UnparseableStanza;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.ping.PingManager;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jivesoftware.smackx.ping.provider.PingProvider;
import org.rollcall.xmpp.text.XmlLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be set in Smack for the whole process, before its first connection is made. */
public final class SmackDefaults {
    private static final Logger LOG = LoggerFactory.getLogger(SmackDefaults.class);

    /** Kept, as the JDK forgets a logger's settings with the logger. */
    private static final java.util.logging.Logger SMACKS_OWN =
            java.util.logging.Logger.getLogger(AbstractXMPPConnection.class.getName());

    private SmackDefaults() {}

    /** Idempotent and thread-safe. */
    public static void install() {
        Once.done();
    }

    /** The JVM's class initialization is the lock. */
    private static final class Once {
        static {
            // Before Smack makes its parser factory.
            XmlLimits.lift();
            // Gives up after a conflict or a failed first try, and breaks a sign-in by what it sends meanwhile.
            SmackConfiguration.addDisabledSmackClass(ReconnectionManager.class.getName());
            // A hundred readers of what strangers may send, and managers that answer and announce in our name: all
            // that we answer is in org.rollcall.xmpp.entity. Costs a quarter of the start and several MB as well.
            SmackConfiguration.addDisabledSmackClass("org.jivesoftware.smack.extensions.ExtensionsInitializer");
            SmackConfiguration.DEBUG = false;
            // The link says in one line what Smack says with a stack trace at each end of a stream.
            SMACKS_OWN.setFilter(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && !record.getMessage().endsWith("closed with error"));
            SmackConfiguration.setDefaultParsingExceptionCallback(SmackDefaults::dropped);
            SASLAuthentication.registerSASLMechanism(new ScramMechanism(ScramMechanism.Hash.SHA_256));
            SASLAuthentication.registerSASLMechanism(new ScramMechanism(ScramMechanism.Hash.SHA_1));
            XMPPTCPConnection.setUseStreamManagementDefault(false);
            XMPPTCPConnection.setUseStreamManagementResumptionDefault(false);
            // Smack's roster by default refuses every subscription; org.rollcall.xmpp.roster decides on them.
            Roster.setDefaultSubscriptionMode(Roster.SubscriptionMode.manual);
            Roster.setRosterLoadedAtLoginDefault(false);
            Roster.setDefaultNonRosterPresenceMapMaxSize(16);
            InvitationFeature.install();
            // Pings are answered, by a program that answers nothing else, too; the link sends its own, as Smack's take
            // two minutes to notice.
            ProviderManager.addIQProvider(Ping.ELEMENT, Ping.NAMESPACE, new PingProvider());
            PingManager.setDefaultPingInterval(-1);
        }

        static void done() {}
    }

    /** One stanza that cannot be read must cost nothing but itself. Its content may be personal: not in the log. */
    private static void dropped(UnparseableStanza stanza) {
        LOG.warn(
                "A malformed stanza was dropped: {}",
                stanza.getParsingException().getMessage());
        LOG.debug("Malformed stanza", stanza.getParsingException());
    }
}
