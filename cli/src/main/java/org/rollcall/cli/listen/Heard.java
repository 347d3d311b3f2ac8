package org.rollcall.cli.listen;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jxmpp.jid.BareJid;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.output.Json;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.table.CellText;

/** Prints one line for each thing heard, as text or JSON; from any thread. */
public final class Heard {
    private final Terminal terminal;
    private final boolean json;
    private final CellText cells;

    public Heard(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
        cells = new CellText(terminal.locale(), terminal.clock());
    }

    /** A machine's presence, or that it is gone; others' presences are no concern. */
    public void presence(Presence presence) {
        String from = String.valueOf(presence.getFrom());
        if (presence.getType() == Presence.Type.unavailable) {
            print(fields("presence", from, "type", "unavailable"), from + " " + terminal.text("listen.off"));
            return;
        }
        if (presence.getType() != Presence.Type.available) {
            return;
        }
        try {
            MachineState state = Machine.in(presence).orElse(null);
            if (state != null) {
                print(machine(presence, from, state), from + " " + presence.getMode() + " " + sentence(presence));
            }
        } catch (MalformedException e) {
            print(fields("malformed", from, "text", e.getMessage()), from + " malformed: " + e.getMessage());
        }
    }

    public void message(Message message) {
        String from = String.valueOf(message.getFrom());
        if (message.getBody() != null) {
            print(
                    fields("message", from, "type", message.getType().toString(), "body", message.getBody()),
                    from + " > " + message.getBody());
        }
    }

    public void event(BareJid from, String journal, Event event) {
        Map<String, Object> line = EventLine.of(from, journal, event);
        String about = event.attributes().getOrDefault("user", "");
        print(line, from + " " + event.kind() + " " + about + " " + cells.of(Column.Type.TIME, event.at()));
    }

    public void note(String text) {
        terminal.err().println(text);
        terminal.err().flush();
    }

    private static String sentence(Presence presence) {
        return presence.getStatus() == null ? "" : presence.getStatus();
    }

    private Map<String, Object> machine(Presence presence, String from, MachineState state) {
        List<Object> sessions = new ArrayList<>();
        for (SessionState session : state.sessions()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", session.id());
            one.put("uid", session.uid());
            one.put("user", session.user());
            one.put("domain", session.domain());
            one.put("fullname", session.fullName());
            one.put("state", session.state());
            one.put("kind", session.kind());
            one.put("since", session.since());
            one.put("locked", session.locked());
            one.put("idle-since", session.idleSince());
            one.put("client", session.client());
            sessions.add(one);
        }
        Map<String, Object> line = fields(
                "presence",
                from,
                "type",
                "available",
                "show",
                presence.getMode() == Presence.Mode.available
                        ? null
                        : presence.getMode().toString(),
                "status",
                presence.getStatus());
        line.put("name", state.name());
        line.put("boot", state.boot());
        line.put("up", state.up());
        line.put("ip", state.ip());
        line.put("mac", state.mac());
        line.put("version", state.version());
        line.put("journal", state.journal());
        line.put("seq", state.seq());
        line.put("sessions", sessions);
        line.put("more", state.more());
        return line;
    }

    private Map<String, Object> fields(String kind, String from, String... more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("heard", kind);
        fields.put("at", now());
        fields.put("from", from);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private Instant now() {
        return terminal.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private synchronized void print(Map<String, Object> line, String text) {
        PrintWriter out = terminal.out();
        out.println(json ? Json.of(line) : cells.of(Column.Type.TIME, now()) + " " + cells.of(Column.Type.TEXT, text));
        out.flush();
    }
}
