package org.rollcall.tests.wine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.XmppServer;

/** A machine's account, and the central account that hears it: what an agent says of itself. */
public final class AgentAtCentral implements AutoCloseable {
    private final XmppServer server;
    private final String machine;
    private final String account = Names.person();
    private Slixmpp central;

    /** Makes both accounts; the machine's password is {@code m}. */
    public AgentAtCentral(XmppServer server, String machine) {
        this.server = server;
        this.machine = machine;
        server.createAccounts(Map.of(machine, "m", account, "c"));
        signIn();
    }

    /** Central goes; its memory of events goes with it. */
    public void leave() {
        central.close();
    }

    /** Central comes. */
    public void signIn() {
        central = Slixmpp.signIn(server, account, "central", "c");
        central.call("central");
        central.available();
    }

    /** Central's bare JID. */
    public String account() {
        return account + "@" + server.domain();
    }

    Slixmpp central() {
        return central;
    }

    /** The agent's full JID. */
    public String jid() {
        return machine + "@" + XmppServer.DOMAIN + "/agent";
    }

    /** {@code kind user} of each event that central stored, in order; without a user just the kind. */
    public List<String> events() {
        return list(central.call("events")).stream()
                .map(event -> text(event, "kind") + (event.has("user") ? " " + text(event, "user") : ""))
                .toList();
    }

    /** The stored sequence numbers, in order. */
    public List<Integer> numbers() {
        return list(central.call("events")).stream()
                .map(event -> event.get("seq").getAsInt())
                .toList();
    }

    /** The agent's last presence: {@code show=… }, then all of it; empty before the first. */
    public String presence() {
        JsonObject last = central.call("presences").getAsJsonObject().getAsJsonObject(jid());
        return last == null ? "" : "show=" + text(last, "show") + " " + text(last, "xml");
    }

    /** How often central was told that the machine is gone. */
    public long timesGone() {
        return list(central.call("presence_log")).stream()
                .filter(each -> text(each, "from").startsWith(machine + "@"))
                .filter(each -> text(each, "xml").contains("type=\"unavailable\""))
                .count();
    }

    /** Central's ask, and the whole answer. */
    public String ask(String type, String command, String... arguments) {
        StringBuilder ask = new StringBuilder("<ask xmlns='urn:rollcall:1' command='" + command + "'>");
        for (int i = 0; i < arguments.length; i += 2) {
            ask.append("<arg name='" + arguments[i] + "'>" + arguments[i + 1] + "</arg>");
        }
        return central.call("iq", "to", jid(), "type", type, "payload", ask + "</ask>")
                .getAsString();
    }

    private static List<JsonObject> list(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }

    @Override
    public void close() {
        central.close();
    }
}
