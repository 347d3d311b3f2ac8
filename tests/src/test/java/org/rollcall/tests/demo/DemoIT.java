package org.rollcall.tests.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.FreePorts;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.TemporaryFolders;

/** The demo as a process: opened in a browser, asked from a second process, and ended by Ctrl-C. */
class DemoIT {
    private static final String ROLLCALL = "org.rollcall.demo.Main";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern OPEN =
            Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)\\s+.* (admin@\\S+) .*\\s+Password +(\\S+)");
    private static final int SIMULATED = 60;

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void whatItPrintsWorksAndCtrlCEndsItWithin10SecondsAndLeavesNothingBehind() throws Exception {
        Path home = TemporaryFolders.create("demo-home");
        Path temporary = TemporaryFolders.create("demo-tmp");
        List<String> options =
                List.of("-Xmx256m", "-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary, "-Duser.language=en");
        // The usual port is for whoever runs the demo beside this.
        List<String> words = List.of("demo", "--web-port", Integer.toString(FreePorts.next()));
        try (JavaProcess demo = new JavaProcess("demo", options, ROLLCALL, words).start()) {
            Await.until("the introduction", LIMIT, () -> demo.log().contains("What happens now:"));
            try (JavaProcess second = new JavaProcess("demo-second", options, ROLLCALL, List.of("who", "A201"))) {
                assertEquals(0, second.start().exitCode(), second.log());
                assertTrue(second.log().contains("A201A"), second.log());
            }
            boardHoldsEverybody(demo.log());
            // What a terminal sends for Ctrl-C.
            new ProcessBuilder("kill", "-INT", Long.toString(demo.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            Await.until("the demo's end", Duration.ofSeconds(10), () -> !demo.isAlive());
            assertEquals(130, demo.exitCode());
        }
        assertFalse(Files.exists(home.resolve(".local/state/rollcall/demo.toml")));
        assertEquals(List.of(), demoFolders(temporary));
    }

    /** As somebody would: opens the printed page, signs in as printed. */
    private void boardHoldsEverybody(String printed) throws Exception {
        Matcher open = OPEN.matcher(printed);
        assertTrue(open.find(), printed);
        String address = open.group(1);
        HttpResponse<String> page = send(request(address + "/"));
        assertEquals(200, page.statusCode(), page.body());
        assertEquals(401, send(request(address + "/api/board")).statusCode());
        String sentence = "{\"name\":\"" + open.group(2) + "\",\"password\":\"" + open.group(3) + "\"}";
        HttpResponse<String> signedIn = send(request(address + "/api/sign-in")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(sentence)));
        assertEquals(200, signedIn.statusCode(), signedIn.body());
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        cookie = cookie.substring(0, cookie.indexOf(';'));

        JsonArray machines = object(address + "/api/board", cookie).getAsJsonArray("machines");
        int simulated = 0;
        for (JsonElement machine : machines) {
            JsonElement mark = machine.getAsJsonObject().get("simulated");
            simulated += mark != null && mark.getAsBoolean() ? 1 : 0;
        }
        assertEquals(SIMULATED, simulated);
        assertEquals(SIMULATED + 1, machines.size());
        JsonObject count = object(address + "/api/history/count", cookie);
        assertTrue(count.get("count").getAsInt() > 500, count.toString());
    }

    private JsonObject object(String address, String cookie) throws Exception {
        HttpResponse<String> answer = send(request(address).header("Cookie", cookie));
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> demoFolders(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("rollcall-demo-"))
                    .toList();
        }
    }
}
