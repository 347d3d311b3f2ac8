package org.rollcall.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.StanzaListener;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.UnparsedIQ;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jivesoftware.smackx.iqversion.packet.Version;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.rollcall.cli.doctor.Finding.Level;
import org.rollcall.xmpp.entity.EntityTime;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

/** What an account sees of its server: clock, what is kept, who may add accounts, how fast large answers pass. */
final class InsideLook {
    /** As large as an agent's largest answer; beyond 200 KiB it asks for the next part. */
    private static final int LARGE = 190_000;

    private static final Duration LARGE_LIMIT = Duration.ofSeconds(30);
    /** At this rate a table of 100 processes, some 20 kB in the shape that XMPP clients ask for, takes a fifth of a second. */
    private static final int FAST_ENOUGH = 100_000;

    private static final Duration CLOCK_NOTED = Duration.ofSeconds(5);
    private static final Duration CLOCK_BAD = Duration.ofMinutes(1);
    private static final String ADD_USER = "http://jabber.org/protocol/admin#add-user";
    private static final String COMMANDS = "http://jabber.org/protocol/commands";
    private static final String MAM = "urn:xmpp:mam:2";

    private final XMPPConnection connection;
    private final EntityFullJid self;
    private final boolean administrator;
    private final InstantSource clock;
    private final List<Finding> findings = new ArrayList<>();
    private ServerKind server = ServerKind.OTHER;

    /** @param administrator whether the account is the one that is to add accounts */
    InsideLook(XMPPConnection connection, EntityFullJid self, boolean administrator, InstantSource clock) {
        this.connection = connection;
        this.self = self;
        this.administrator = administrator;
        this.clock = clock;
    }

    /** Whose server it is, once {@link #findings} has looked. */
    ServerKind server() {
        return server;
    }

    /** @throws SmackException when the server is gone or silent */
    List<Finding> findings() throws SmackException, InterruptedException {
        version();
        clock();
        accounts();
        kept();
        // Last: what is too large for the server costs us the stream.
        large();
        return findings;
    }

    private void version() throws SmackException, InterruptedException {
        try {
            Version version = ask(Version.builder(connection).to(domain()).build());
            server = ServerKind.of(version.getName());
            add(Level.OK, "server.is", version.getName() + " " + version.getVersion());
        } catch (XMPPErrorException e) {
            add(Level.NOTE, "server.unknown");
        }
    }

    private void clock() throws SmackException, InterruptedException {
        Instant sent = clock.instant();
        try {
            Optional<Instant> told = EntityTime.in(ask(EntityTime.question(domain())));
            Instant middle = sent.plus(Duration.between(sent, clock.instant()).dividedBy(2));
            if (told.isEmpty()) {
                add(Level.NOTE, "clock.unknown");
                return;
            }
            Duration off = Duration.between(middle, told.get());
            Level level = off.abs().compareTo(CLOCK_BAD) > 0
                    ? Level.BAD
                    : off.abs().compareTo(CLOCK_NOTED) > 0 ? Level.WARNING : Level.OK;
            add(level, level == Level.OK ? "clock.right" : "clock.off", String.valueOf(off.toSeconds()));
        } catch (XMPPErrorException e) {
            add(Level.NOTE, "clock.unknown");
        }
    }

    /** Whether this account may add accounts, and whether that is meant to be so. */
    private void accounts() throws SmackException, InterruptedException {
        boolean may = listsAddUser();
        if (administrator) {
            add(may ? Level.OK : Level.BAD, may ? "accounts.may" : "accounts.may-not", self.asBareJid());
        } else {
            add(may ? Level.WARNING : Level.OK, may ? "accounts.too-much" : "accounts.least", self.asBareJid());
        }
    }

    private boolean listsAddUser() throws SmackException, InterruptedException {
        DiscoverItems request = new DiscoverItems();
        request.setTo(domain());
        request.setNode(COMMANDS);
        try {
            DiscoverItems listed = ask(request);
            if (listed.getItems().stream().anyMatch(item -> ADD_USER.equals(item.getNode()))) {
                return true;
            }
            // ejabberd lists it elsewhere, and tells its name to those alone who may use it.
            return !info(domain(), ADD_USER).getIdentities().isEmpty();
        } catch (XMPPErrorException e) {
            return false;
        }
    }

    private void kept() throws SmackException, InterruptedException {
        try {
            boolean offline = info(domain(), null).containsFeature("msgoffline");
            add(offline ? Level.WARNING : Level.OK, offline ? "offline.kept" : "offline.refused");
            boolean archive = info(self.asBareJid(), null).containsFeature(MAM);
            String how = archive ? archived() : "never";
            boolean all = !how.equals("never");
            add(all ? Level.WARNING : Level.OK, all ? "archive.on" : "archive.off", how);
        } catch (XMPPErrorException e) {
            add(Level.NOTE, "kept.unknown", e.getMessage());
        }
    }

    /** The account's own preference (XEP-0441): always, roster or never. */
    private String archived() throws SmackException, InterruptedException {
        try {
            IQ answer = ask(NodeIq.get(self.asBareJid(), new XmlNode("prefs", MAM)));
            String text = answer instanceof UnparsedIQ unparsed
                    ? unparsed.getContent().toString()
                    : "";
            return text.matches("(?s).*default=['\"]never['\"].*") ? "never" : "on";
        } catch (XMPPErrorException e) {
            return "on";
        }
    }

    /** A message as large as an agent's largest answer, to ourselves. */
    private void large() throws SmackException, InterruptedException {
        String id = "doctor-" + Long.toHexString(System.nanoTime());
        CountDownLatch arrived = new CountDownLatch(1);
        StanzaListener listener = stanza -> {
            if (id.equals(stanza.getStanzaId())) {
                arrived.countDown();
            }
        };
        connection.addSyncStanzaListener(listener, StanzaTypeFilter.MESSAGE);
        try {
            long began = System.nanoTime();
            connection.sendStanza(StanzaBuilder.buildMessage(id)
                    .to(self)
                    .ofType(Message.Type.normal)
                    .setBody("x".repeat(LARGE))
                    .build());
            if (!arrived.await(LARGE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                add(Level.BAD, connection.isConnected() ? "limits.slow" : "limits.size", "30", rate(LARGE_LIMIT));
                return;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            boolean fast = LARGE * 1000L / Math.max(1, took.toMillis()) >= FAST_ENOUGH;
            String seconds = String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
            add(fast ? Level.OK : Level.WARNING, fast ? "limits.fine" : "limits.slow", seconds, rate(took));
        } finally {
            connection.removeSyncStanzaListener(listener);
        }
    }

    /** In kB a second. */
    private static String rate(Duration took) {
        return String.valueOf(LARGE / Math.max(1, took.toMillis()));
    }

    private DiscoverInfo info(Jid of, String node) throws SmackException, InterruptedException, XMPPErrorException {
        return ask(DiscoverInfo.builder(connection).to(of).setNode(node).build());
    }

    private <I extends IQ> I ask(IQ request) throws SmackException, InterruptedException, XMPPErrorException {
        return connection.sendIqRequestAndWaitForResponse(request);
    }

    private Jid domain() {
        return connection.getXMPPServiceDomain();
    }

    private void add(Level level, String key, Object... arguments) {
        findings.add(new Finding(level, key, arguments));
    }
}
