package org.rollcall.cli.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.StanzaListener;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.rollcall.cli.doctor.Finding.Level;

/** Whether an answer as large as an agent's largest passes, and how fast: by a message to ourselves. */
final class LargeStanzaCheck implements InsideCheck {
    /** Characters; beyond 200 KiB an agent has its asker ask for the next part. */
    private static final int LARGE = 190_000;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Bytes a second: a table of 100 processes, some 20 kB in the shape XMPP clients ask for, takes 0.2 s then. */
    private static final int FAST_ENOUGH = 100_000;

    @Override
    public List<Finding> look(Account account) throws SmackException, InterruptedException {
        XMPPConnection connection = account.connection();
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
                    .to(account.jid())
                    .ofType(Message.Type.normal)
                    .setBody("x".repeat(LARGE))
                    .build());
            if (!arrived.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                String key = connection.isConnected() ? "limits.slow" : "limits.size";
                return List.of(new Finding(Level.BAD, key, Long.toString(LIMIT.toSeconds()), rate(LIMIT)));
            }
            return List.of(finding(Duration.ofNanos(System.nanoTime() - began)));
        } finally {
            connection.removeSyncStanzaListener(listener);
        }
    }

    private static Finding finding(Duration took) {
        boolean fast = LARGE * 1000L / Math.max(1, took.toMillis()) >= FAST_ENOUGH;
        String seconds = String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
        return new Finding(fast ? Level.OK : Level.WARNING, fast ? "limits.fine" : "limits.slow", seconds, rate(took));
    }

    /** In kB a second. */
    private static String rate(Duration took) {
        return String.valueOf(LARGE / Math.max(1, took.toMillis()));
    }
}
