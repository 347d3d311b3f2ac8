package org.rollcall.cli.ask;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.StanzaListener;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smack.roster.packet.RosterPacket;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.parts.Localpart;
import org.rollcall.central.park.ParkRule;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.text.MachineName;

/**
 * The machines among the account's contacts: those that the park's rule matches, and those whose presence says that
 * they are machines.
 */
final class Park {
    /** A server sends contacts' presences at once; after this silence there are no more. */
    private static final Duration QUIET = Duration.ofMillis(400);

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final XMPPConnection connection;
    private final CliSettings settings;
    private final Terminal terminal;

    Park(XMPPConnection connection, CliSettings settings, Terminal terminal) {
        this.connection = connection;
        this.settings = settings;
        this.terminal = terminal;
    }

    /** All machines, on line or not, by name. */
    List<BareJid> machines() throws InterruptedException {
        SortedSet<BareJid> machines = new ConcurrentSkipListSet<>();
        BlockingQueue<BareJid> present = new LinkedBlockingQueue<>();
        StanzaListener listener = stanza -> {
            if (stanza.getExtensionElement(Machine.ELEMENT, Namespace.ROLLCALL) != null) {
                present.add(stanza.getFrom().asBareJid());
            }
        };
        connection.addSyncStanzaListener(listener, StanzaTypeFilter.PRESENCE);
        try {
            machines.addAll(contacts());
            Presence presence = PresenceBuilder.buildPresence()
                    .ofType(Presence.Type.available)
                    .setPriority(-1)
                    .build();
            connection.sendStanza(presence);
            long end = System.nanoTime() + LONGEST.toNanos();
            BareJid heard;
            do {
                heard = present.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
                if (heard != null) {
                    machines.add(heard);
                }
            } while (heard != null && System.nanoTime() < end);
        } catch (SmackException | XMPPErrorException e) {
            throw new CliException(ExitCode.NONE_DID, terminal.text("park.roster", e.getMessage()));
        } finally {
            connection.removeSyncStanzaListener(listener);
        }
        return new ArrayList<>(machines);
    }

    /** Empty for an account whose name has no room in it. */
    Optional<String> roomOf(BareJid machine) {
        Localpart localpart = machine.getLocalpartOrNull();
        return localpart == null
                ? Optional.empty()
                : settings.rule()
                        .of(MachineName.fromLocalpart(localpart.toString()))
                        .map(ParkRule.Found::room);
    }

    private List<BareJid> contacts() throws SmackException, XMPPErrorException, InterruptedException {
        IQ result = connection.sendIqRequestAndWaitForResponse(new RosterPacket());
        List<BareJid> contacts = new ArrayList<>();
        if (result instanceof RosterPacket roster) {
            for (RosterPacket.Item item : roster.getRosterItems()) {
                boolean ours = item.getJid().getDomain().toString().equals(settings.machineDomain());
                if (ours && roomOf(item.getJid()).isPresent()) {
                    contacts.add(item.getJid());
                }
            }
        }
        return contacts;
    }
}
