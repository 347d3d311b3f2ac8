package org.rollcall.tests.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * One connection to a browser by the <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools
 * protocol</a>, for all of its tabs: each is a session of it.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final int ANSWER_SECONDS = 30;

    private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonObject>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    /** @param listener hears of a session's events, by their method */
    void listen(String session, BiConsumer<String, JsonObject> listener) {
        listeners.put(session, listener);
    }

    /**
     * @param session null for the browser itself
     * @throws AssertionError with what the browser says is wrong
     */
    JsonObject call(String session, String method, JsonObject parameters) {
        int id = last.incrementAndGet();
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", parameters);
        if (session != null) {
            message.addProperty("sessionId", session);
        }
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(id, answer);
        send(message.toString());
        try {
            JsonObject result = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (result.has("error")) {
                throw new AssertionError(method + ": " + result.get("error"));
            }
            return result.getAsJsonObject("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + ": interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(method + ": no answer from the browser", e);
        } finally {
            asked.remove(id);
        }
    }

    // The JDK's WebSocket takes the next text only when the one before has gone.
    private synchronized void send(String text) {
        sent = sent.thenCompose(gone -> socket.sendText(text, true));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
        part.append(data);
        if (end) {
            JsonObject message = JsonParser.parseString(part.toString()).getAsJsonObject();
            part.setLength(0);
            heard(message);
        }
        from.request(1);
        return null;
    }

    private void heard(JsonObject message) {
        if (message.has("id")) {
            CompletableFuture<JsonObject> answer = asked.get(message.get("id").getAsInt());
            if (answer != null) {
                answer.complete(message);
            }
        } else if (message.has("sessionId")) {
            BiConsumer<String, JsonObject> listener =
                    listeners.get(message.get("sessionId").getAsString());
            if (listener != null) {
                listener.accept(message.get("method").getAsString(), message.getAsJsonObject("params"));
            }
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        asked.values().forEach(answer -> answer.completeExceptionally(error));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
