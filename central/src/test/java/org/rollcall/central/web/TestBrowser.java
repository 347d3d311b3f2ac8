package org.rollcall.central.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a browser does, by the JDK's own client. */
final class TestBrowser {
    private final HttpClient client;
    private final String scheme;
    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();

    TestBrowser(String scheme, int port) {
        this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), scheme, port);
    }

    TestBrowser(HttpClient client, String scheme, int port) {
        this.client = client;
        this.scheme = scheme;
        this.port = port;
    }

    TestBrowser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    String header(String name) {
        return headers.get(name);
    }

    TestBrowser without(String name) {
        headers.remove(name);
        return this;
    }

    JsonObject signIn(String name) throws Exception {
        HttpResponse<String> answer = post("/api/sign-in", "{\"name\":\"" + name + "\",\"password\":\"" + name + "\"}");
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        header("Cookie", cookie.substring(0, cookie.indexOf(';')));
        JsonObject me = object(answer);
        return header("X-Rollcall-Csrf", me.get("csrf").getAsString()).object(answer);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    JsonObject object(String path) throws Exception {
        return object(get(path));
    }

    JsonObject object(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** The reason of an error. */
    static String reason(HttpResponse<String> answer) {
        JsonElement error =
                JsonParser.parseString(answer.body()).getAsJsonObject().get("error");
        return error.getAsJsonObject().get("reason").getAsString();
    }

    TestPage live(String query) throws Exception {
        TestPage page = new TestPage();
        var builder = client.newWebSocketBuilder();
        headers.forEach(builder::header);
        URI address = URI.create((scheme.equals("https") ? "wss" : "ws") + "://127.0.0.1:" + port + "/live" + query);
        page.opened(builder.buildAsync(address, page).get(10, TimeUnit.SECONDS));
        return page;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
