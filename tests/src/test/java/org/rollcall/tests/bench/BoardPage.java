package org.rollcall.tests.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The web board as somebody's open page: signed in, with the live feed, and asking machines. */
final class BoardPage implements WebSocket.Listener, AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String address;
    private final StringBuilder part = new StringBuilder();
    private final Map<String, String> conditions = new ConcurrentHashMap<>();
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private volatile Consumer<Duration> logon = delay -> {};
    private String cookie;
    private String csrf;
    private WebSocket socket;

    BoardPage(int port) {
        address = "127.0.0.1:" + port;
    }

    void open(String name, String password) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                post("/api/sign-in", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
        String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.statusCode() != 200) {
            throw new IOException("sign-in: " + body);
        }
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        csrf = JsonParser.parseString(body).getAsJsonObject().get("csrf").getAsString();
        socket = client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", "http://" + address)
                .buildAsync(URI.create("ws://" + address + "/live"), this)
                .join();
    }

    /** How many machines it shows as on. */
    long on() {
        return conditions.values().stream()
                .filter(condition -> !condition.matches("off|lost|unknown"))
                .count();
    }

    /** @param told the time from each logon to its arrival here */
    void onLogon(Consumer<Duration> told) {
        logon = told;
    }

    /** The whole board, as a page that opens gets it. @return nanoseconds */
    long view() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer =
                client.send(request("/api/board").GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("board: " + answer.statusCode());
        }
        return System.nanoTime() - begin;
    }

    /** Asks machines for their first 100 processes. @return how many answered with that many rows */
    int askAll(String prefix, int machines) throws IOException, InterruptedException {
        JsonObject question = new JsonObject();
        JsonArray accounts = new JsonArray();
        IntStream.rangeClosed(1, machines).forEach(i -> accounts.add(prefix + i));
        JsonObject arguments = new JsonObject();
        arguments.addProperty("limit", "100");
        question.add("machines", accounts);
        question.addProperty("command", "processes");
        question.add("arguments", arguments);
        question.addProperty("timeout", 60);
        int whole = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(post("/api/ask", question.toString()).body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    continue;
                }
                JsonObject outcome = JsonParser.parseString(line).getAsJsonObject();
                if (outcome.has("table")
                        && outcome.getAsJsonObject("table")
                                        .getAsJsonArray("rows")
                                        .size()
                                == 100) {
                    whole++;
                }
            }
        }
        return whole;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        part.append(data);
        if (isLast) {
            Instant now = Instant.now();
            heard(JsonParser.parseString(part.toString()).getAsJsonObject(), now);
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void heard(JsonObject message, Instant now) {
        if (!message.has("machines")) {
            return;
        }
        for (JsonElement each : message.getAsJsonArray("machines")) {
            JsonObject machine = each.getAsJsonObject();
            String account = machine.get("account").getAsString();
            conditions.put(account, machine.get("condition").getAsString());
            JsonArray sessions = machine.getAsJsonArray("sessions");
            String since = sessions.isEmpty()
                    ? ""
                    : sessions.get(0).getAsJsonObject().get("since").getAsString();
            boolean fresh = !since.equals(last.put(account, since)) && !since.isEmpty();
            if (fresh && message.get("type").getAsString().equals("changes")) {
                logon.accept(Duration.between(Instant.parse(since), now));
            }
        }
    }

    private HttpResponse<InputStream> post(String path, String json) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://" + address + path)).timeout(LIMIT);
        if (cookie != null) {
            request.header("Cookie", cookie).header("X-Rollcall-Csrf", csrf);
        }
        return request;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
