package org.rollcall.tests.browser;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollcall.tests.fixture.Await;

/** One page of the browser as a person uses it; keeps what went wrong in it, and which hosts it asked. */
final class Tab {
    private static final Gson GSON = new Gson();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<URI> requests = new CopyOnWriteArrayList<>();
    private final DevTools tools;
    private final String session;
    private final Path downloads;

    Tab(DevTools tools, String session, String context, Path downloads) {
        this.tools = tools;
        this.session = session;
        this.downloads = downloads;
        tools.listen(session, this::heard);
        for (String part : List.of("Page", "Runtime", "Network", "Log")) {
            call(part + ".enable", "{}");
        }
        JsonObject where = new JsonObject();
        where.addProperty("behavior", "allow");
        where.addProperty("browserContextId", context);
        where.addProperty("downloadPath", downloads.toString());
        tools.call(null, "Browser.setDownloadBehavior", where);
    }

    /** @param scheme {@code light} or {@code dark} */
    Tab looks(int width, int height, String scheme) {
        boolean phone = width < 600;
        call("Emulation.setDeviceMetricsOverride", """
                {"width": %d, "height": %d, "deviceScaleFactor": %d, "mobile": %b}""".formatted(width, height, phone ? 2 : 1, phone));
        call("Emulation.setEmulatedMedia", """
                {"features": [{"name": "prefers-color-scheme", "value": "%s"}]}""".formatted(scheme));
        return this;
    }

    void visit(String address) {
        call("Page.navigate", GSON.toJson(new Address(address)));
    }

    /** The value of an expression of the page, as JSON. */
    JsonElement evaluate(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        parameters.addProperty("returnByValue", true);
        parameters.addProperty("awaitPromise", true);
        JsonObject answer = tools.call(session, "Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.getAsJsonObject("result").get("value");
    }

    /** Waits until the expression holds. */
    void until(String expression) {
        try {
            Await.until(
                    "in the page: " + expression,
                    LIMIT,
                    () -> evaluate("Boolean(" + expression + ")").getAsBoolean());
        } catch (AssertionError late) {
            throw new AssertionError(
                    late.getMessage() + "; the page says: " + text("body") + "; errors: " + errors, late);
        }
    }

    void untilSeen(String selector) {
        until("document.querySelector(" + quoted(selector) + ")");
    }

    void untilText(String selector, String wanted) {
        until("document.querySelector(%s)?.innerText.includes(%s)".formatted(quoted(selector), quoted(wanted)));
    }

    /** What a person reads there; empty when it is not there. */
    String text(String selector) {
        return evaluate("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''")
                .getAsString();
    }

    int count(String selector) {
        return evaluate("document.querySelectorAll(" + quoted(selector) + ").length")
                .getAsInt();
    }

    void click(String selector) {
        untilSeen(selector);
        evaluate("document.querySelector(" + quoted(selector) + ").click()");
    }

    /** Clicks the first that reads so. */
    void clickText(String selector, String wanted) {
        String found = "[...document.querySelectorAll(%s)].find((one) => one.innerText.trim().startsWith(%s))"
                .formatted(quoted(selector), quoted(wanted));
        until(found);
        evaluate(found + ".click()");
    }

    /** Types into a field as a person would, after emptying it. */
    void type(String selector, String words) {
        untilSeen(selector);
        evaluate("(() => { const field = document.querySelector(%s); field.focus(); field.select?.(); })()"
                .formatted(quoted(selector)));
        call("Input.insertText", "{\"text\": " + quoted(words) + "}");
    }

    void press(String key) {
        for (String kind : List.of("keyDown", "keyUp")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", kind);
            event.addProperty("key", key);
            event.addProperty("code", key);
            if (key.equals("Enter")) {
                event.addProperty("text", "\r");
                event.addProperty("windowsVirtualKeyCode", 13);
            } else if (key.equals("Escape")) {
                event.addProperty("windowsVirtualKeyCode", 27);
            } else if (key.length() == 1) {
                event.addProperty("text", key);
            }
            tools.call(session, "Input.dispatchKeyEvent", event);
        }
    }

    /** @param offline whether the network is cut */
    void network(boolean offline) {
        call("Network.emulateNetworkConditions", """
                {"offline": %b, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}""".formatted(offline));
    }

    Path downloaded(String name) {
        Path file = downloads.resolve(name);
        return Await.value("download of " + name, LIMIT, () -> Files.exists(file) ? file : null);
    }

    void screenshot(String name) {
        byte[] picture = Base64.getDecoder()
                .decode(call("Page.captureScreenshot", "{\"format\": \"png\"}")
                        .get("data")
                        .getAsString());
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was meant to go wrong is no error: what the console said with this text in it. */
    void forget(String text) {
        errors.removeIf(error -> error.contains(text));
    }

    /** Exceptions, and what the console was told as an error. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    List<URI> requests() {
        return List.copyOf(requests);
    }

    private void heard(String method, JsonObject event) {
        switch (method) {
            case "Runtime.exceptionThrown" ->
                errors.add(event.get("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (event.get("type").getAsString().equals("error")) {
                    errors.add(event.get("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                JsonObject entry = event.getAsJsonObject("entry");
                if (entry.get("level").getAsString().equals("error")) {
                    errors.add(entry.get("text").getAsString() + " " + entry.get("url"));
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(URI.create(event.getAsJsonObject("request")
                        .get("url")
                        .getAsString()
                        .split("[#|]")[0]));
            case "Network.webSocketCreated" ->
                requests.add(URI.create(event.get("url").getAsString()));
            default -> {
                // Of no interest here.
            }
        }
    }

    private JsonObject call(String method, String parameters) {
        return tools.call(session, method, GSON.fromJson(parameters, JsonObject.class));
    }

    private static String quoted(String text) {
        JsonArray list = new JsonArray();
        list.add(text);
        String json = list.toString();
        return json.substring(1, json.length() - 1);
    }

    private record Address(String url) {}
}
