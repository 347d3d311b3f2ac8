package org.rollcall.tests.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.Surroundings;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.tests.fixture.PostgresServer;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.Stored;

/** How long a person waits for what was, five years and a million sessions on; and how fast events go in. */
final class StoreBench {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int AGAIN = 9;
    private static final int EVENTS = 10_000;

    private final Report report;

    StoreBench(Report report) {
        this.report = report;
    }

    void measure() throws Exception {
        Path folder = TemporaryFolders.create("store-bench");
        measure("SQLite", StoreSettings.sqlite(folder.resolve("store.db")));
        try (PostgresServer server = new PostgresServer().start()) {
            measure(
                    "PostgreSQL",
                    new StoreSettings(server.store(), PostgresServer.USER, PostgresServer.PASSWORD::toCharArray));
        }
    }

    private void measure(String where, StoreSettings settings) throws Exception {
        open(settings).close();
        long begun = System.nanoTime();
        new FiveYears().fill(settings);
        System.out.printf("%s: filled in %d s%n", where, (System.nanoTime() - begun) / 1_000_000_000);
        try (Stores stores = open(settings)) {
            History history = stores.history();
            time(where, "history, first view (100 newest)", () -> history.find(HistoryQuery.latest(100)));
            time(where, "history, count of all", () -> history.count(HistoryQuery.latest(100)));
            time(where, "history of few people (part of a name)", () -> history.find(user("marilo ke")));
            time(where, "history of many people (\"an\")", () -> history.find(user("an")));
            time(where, "history, nobody found", () -> history.find(user("zzz")));
            time(where, "count, many people (\"an\")", () -> history.count(user("an")));
            time(where, "history of a room, 3 years ago", () -> history.find(room("A215", Duration.ofDays(1095))));
            time(where, "history of a machine", () -> history.find(machine("A215B5")));
            time(where, "the latest of each (\"mar\")", () -> history.lastOfEach("mar", null, 50));
            report.add(
                    "usage of five years counted, once",
                    where,
                    String.format("%.1f s", once(() -> usage(history, 1, History.By.ROOM)) / 1000),
                    "");
            time(where, "usage by hour, a year", () -> usage(history, 365, History.By.HOUR));
            time(where, "usage by day, five years", () -> usage(history, 5 * 365, History.By.DAY));
            store(where, stores);
        }
    }

    private static Stores open(StoreSettings settings) {
        return Stores.open(settings, Surroundings.NONE, () -> FiveYears.END);
    }

    private static HistoryQuery user(String part) {
        return new HistoryQuery(null, part, null, null, null, null, null, 100, null);
    }

    private static HistoryQuery machine(String name) {
        return new HistoryQuery(name, null, null, null, null, null, null, 100, null);
    }

    private static HistoryQuery room(String name, Duration ago) {
        Instant from = FiveYears.END.minus(ago);
        return new HistoryQuery(
                null, null, name, Set.of("A215", "A216"), null, from, from.plus(Duration.ofDays(1)), 100, null);
    }

    private static List<History.Usage> usage(History history, int days, History.By by) {
        return history.usage(null, FiveYears.END.minus(Duration.ofDays(days)), FiveYears.END, PARIS, by);
    }

    /** The first time, which a person who comes in the morning waits for, and the median of some more. */
    private void time(String where, String what, Supplier<Object> question) {
        double[] millis = new double[AGAIN];
        double first = once(question);
        for (int i = 0; i < AGAIN; i++) {
            millis[i] = once(question);
        }
        java.util.Arrays.sort(millis);
        report.add(what, where, String.format("%.0f ms, then %.1f ms", first, millis[AGAIN / 2]), "1 s");
    }

    private static double once(Supplier<Object> question) {
        long begun = System.nanoTime();
        question.get();
        return (System.nanoTime() - begun) / 1e6;
    }

    private void store(String where, Stores stores) {
        BareJid machine = JidCreate.bareFromOrThrowUnchecked("a210b0@iut.rdz");
        CompletableFuture<?>[] window = new CompletableFuture<?>[EVENTS];
        long begun = System.nanoTime();
        for (int i = 1; i <= EVENTS; i++) {
            Event event = new Event(
                    i,
                    i % 2 == 1 ? Event.Kinds.LOGON : Event.Kinds.LOGOFF,
                    FiveYears.END.plusSeconds(i),
                    Map.of("uid", "bench" + (i + 1) / 2, "user", "kevin.marchais"));
            CompletableFuture<Stored> stored = stores.events()
                    .commit(machine, Events.of("bench", List.of(event)), event.at())
                    .toCompletableFuture();
            window[i - 1] = stored;
            if (i > 500) {
                window[i - 501].join();
            }
        }
        CompletableFuture.allOf(window).join();
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.add("events stored, 500 at once", where, String.format("%.0f a second", EVENTS / seconds), "");
    }
}
