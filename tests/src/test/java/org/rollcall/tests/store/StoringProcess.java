package org.rollcall.tests.store;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.Surroundings;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;

/**
 * Central's store in a process of its own, to be killed. A line {@code MACHINE SEQ} on standard input is an event; when
 * it is committed the same line comes out.
 */
public final class StoringProcess {
    private StoringProcess() {}

    /** @param arguments the store's url, and where it needs one the user and the password */
    public static void main(String[] arguments) throws Exception {
        String user = arguments.length > 1 ? arguments[1] : null;
        StoreSettings settings = new StoreSettings(arguments[0], user, user == null ? null : arguments[2]::toCharArray);
        Stores stores = Stores.open(settings, Surroundings.NONE, Clock.systemUTC());
        say("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String event = line;
            String[] words = line.split(" ");
            BareJid machine = machine(words[0]);
            stores.events()
                    .commit(machine, Events.of("j1", List.of(event(Long.parseLong(words[1])))), Instant.now())
                    .whenComplete((stored, failure) -> say(failure == null ? event : "failed " + failure));
        }
        stores.close();
    }

    static BareJid machine(String name) {
        return JidCreate.bareFromOrThrowUnchecked(name + "@iut.rdz");
    }

    /** Sessions one after another: odd numbers log on, even ones off. */
    private static Event event(long seq) {
        boolean logon = seq % 2 == 1;
        return new Event(
                seq,
                logon ? Event.Kinds.LOGON : Event.Kinds.LOGOFF,
                Instant.parse("2026-11-22T06:00:00Z").plusSeconds(seq * 10),
                Map.of("uid", "u" + (seq + 1) / 2, "user", "kevin.marchais", "session", "1"));
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static StoreSettings sqlite(Path folder) {
        return StoreSettings.sqlite(folder.resolve("store.db"));
    }
}
