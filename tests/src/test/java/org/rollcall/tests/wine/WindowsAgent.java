package org.rollcall.tests.wine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.XmppServer;

/** An agent on a Windows PC of its own, and the central account that hears it. */
final class WindowsAgent implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final WineBench bench = new WineBench();
    private final String machine = Names.machine();
    private final Slixmpp central;
    private final Process process;

    WindowsAgent(XmppServer server, String pollEvery, String... scenario) {
        String account = Names.person();
        server.createAccounts(Map.of(machine, "m", account, "c"));
        central = Slixmpp.signIn(server, account, "central", "c");
        central.call("central");
        central.available();
        bench.scenario().play(scenario);
        Path settings = bench.folder().resolve("agent.toml");
        try {
            Files.writeString(settings, settings(server, account, pollEvery));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = bench.java("agent.log", JavaProcess.ROLLCALL, "agent", "--config", WineBench.windowsPath(settings));
        Await.until("the agent's first event, see tests/target/wine/agent.log", START, () -> !events().isEmpty());
    }

    private String settings(XmppServer server, String account, String pollEvery) {
        return String.join(
                "\n",
                "[xmpp]",
                "domain = '" + server.domain() + "'",
                "host = '127.0.0.1'",
                "port = " + server.port(),
                "user = '" + machine + "'",
                "password = 'm'",
                "ca-file = '" + WineBench.windowsPath(server.ca().caFile()) + "'",
                "[central]",
                "jid = '" + account + "@" + server.domain() + "'",
                "role = 'admin'",
                "[agent]",
                "data-dir = '" + WineBench.windowsPath(bench.folder().resolve("data")) + "'",
                "poll-every = '" + pollEvery + "'",
                "");
    }

    WineBench bench() {
        return bench;
    }

    Slixmpp central() {
        return central;
    }

    /** The agent's full JID. */
    String jid() {
        return machine + "@" + XmppServer.DOMAIN + "/agent";
    }

    /** {@code kind user} of each event that central stored, in order; without a user just the kind. */
    List<String> events() {
        return list(central.call("events")).stream()
                .map(event -> text(event, "kind") + (event.has("user") ? " " + text(event, "user") : ""))
                .toList();
    }

    /** The stored sequence numbers, in order. */
    List<Integer> numbers() {
        return list(central.call("events")).stream()
                .map(event -> event.get("seq").getAsInt())
                .toList();
    }

    /** The agent's last presence: {@code show=… }, then all of it; empty before the first. */
    String presence() {
        JsonObject last = central.call("presences").getAsJsonObject().getAsJsonObject(jid());
        return last == null ? "" : "show=" + text(last, "show") + " " + text(last, "xml");
    }

    /** How often central was told that the machine is gone. */
    long timesGone() {
        return list(central.call("presence_log")).stream()
                .filter(each -> text(each, "from").startsWith(machine + "@"))
                .filter(each -> text(each, "xml").contains("type=\"unavailable\""))
                .count();
    }

    /** Central's ask, and the whole answer. */
    String ask(String type, String command, String... arguments) {
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
        bench.close();
        process.destroyForcibly();
    }
}
