package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.park.Person;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.stanza.Stored;

/** A store for each test, on SQLite; {@code tests/} runs the same tests on PostgreSQL by another {@link #settings}. */
public abstract class StoreCase {
    protected static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    protected static final Instant BOOT = Instant.parse("2026-11-22T06:58:12Z");
    protected static final BareJid B7 = JidCreate.bareFromOrThrowUnchecked("a201b7@iut.rdz");
    protected static final BareJid C4 = JidCreate.bareFromOrThrowUnchecked("b105c4@iut.rdz");

    /** What a machine's clock is ahead, by machine. */
    protected final Map<BareJid, Duration> ahead = new HashMap<>();

    protected final Map<String, Person> people = new HashMap<>();
    protected Instant now = NINE.plus(Duration.ofHours(12));
    protected Stores stores;

    @TempDir
    protected Path folder;

    protected StoreSettings settings() {
        return StoreSettings.sqlite(folder.resolve("store.db"));
    }

    @BeforeEach
    void openStore() {
        open();
        stores.machines().approve(B7, "A201B7");
        stores.machines().approve(C4, "B105C4");
    }

    @AfterEach
    void closeStore() {
        stores.close();
    }

    protected void open() {
        Surroundings surroundings = new Surroundings(
                account -> account.substring(0, 4).toUpperCase(java.util.Locale.ROOT),
                login -> Optional.ofNullable(people.get(login.toLowerCase(java.util.Locale.ROOT))),
                machine -> ahead.getOrDefault(machine, Duration.ZERO));
        stores = Stores.open(settings(), surroundings, () -> now);
    }

    protected void reopen() {
        stores.close();
        open();
    }

    /** A time of the day that all tests play on. */
    protected static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }

    /** @param more names and values of further attributes */
    protected static Event event(long seq, String kind, Instant at, String... more) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            attributes.put(more[i], more[i + 1]);
        }
        return new Event(seq, kind, at, attributes);
    }

    /** Of a session: its uid is the user's name with a number or without. */
    protected static Event of(String uid, long seq, String kind, Instant at, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "session", "1", "uid", uid, "user", uid.replaceAll("\\d", ""), "domain", "IUT", "place", "console"));
        all.addAll(List.of(more));
        return event(seq, kind, at, all.toArray(String[]::new));
    }

    protected static Event start(long seq, Instant at, Instant boot, String... more) {
        List<String> all = new ArrayList<>(List.of("boot", boot.toString()));
        all.addAll(List.of(more));
        return event(seq, "start", at, all.toArray(String[]::new));
    }

    /** Received as the last of them happened, and committed. */
    protected Stored commit(BareJid machine, String journal, Event... events) {
        return commit(machine, journal, events[events.length - 1].at(), events);
    }

    protected Stored commit(BareJid machine, String journal, Instant received, Event... events) {
        return await(stores.events().commit(machine, Events.of(journal, List.of(events)), received));
    }

    protected static <T> T await(java.util.concurrent.CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    protected static SessionState session(String uid, Instant since) {
        return new SessionState(
                1, uid, uid.replaceAll("\\d", ""), "IUT", null, "active", "console", since, false, null, null);
    }

    protected void reconcile(BareJid machine, String journal, long seq, Instant received, SessionState... sessions) {
        MachineState state = new MachineState(
                machine.getLocalpartOrThrow().toString(),
                BOOT,
                BOOT,
                "10.2.3.22",
                null,
                "1.0.0",
                journal,
                seq,
                List.of(sessions),
                0);
        stores.events().reconcile(machine, state, received);
        drain();
    }

    /** Whatever was given to the store before is done, as it works in order. */
    protected void drain() {
        stores.machines().approve(JidCreate.bareFromOrThrowUnchecked("drain" + drains++ + "@iut.rdz"), "drain");
    }

    private int drains;

    protected List<SessionRow> all() {
        return stores.history().find(HistoryQuery.latest(1000));
    }

    protected SessionRow only() {
        List<SessionRow> rows = all();
        assertEquals(1, rows.size(), () -> "sessions: " + rows);
        return rows.get(0);
    }

    /** {@code logon 2}, in their order; at most 10,000. */
    protected List<String> events(BareJid machine) {
        return stores.log().events(machine, null, null, 10_000).stream()
                .sorted(java.util.Comparator.comparingLong(MachineLog.Entry::seq))
                .map(entry -> entry.kind() + " " + entry.seq())
                .toList();
    }

    protected long missing(BareJid machine) {
        return stores.log().gaps(machine).stream()
                .mapToLong(gap -> gap.last() - gap.first() + 1)
                .sum();
    }

    /** {@code kevin 09:00-10:00 logoff}, by logon. */
    protected List<String> told() {
        List<String> told = new ArrayList<>();
        for (SessionRow row : all()) {
            String logoff = row.logoff() == null ? "…" : row.logoff().toString().substring(11, 16) + " " + row.ended();
            told.add(0, row.user() + " " + row.logon().toString().substring(11, 16) + "-" + logoff);
        }
        return told;
    }
}
