package org.rollcall.tests.browser;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.TemporaryFolders;

/** Debian's Chromium without a screen, in a profile of its own that is gone afterwards. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path profile = TemporaryFolders.create("chromium");
    private final Process process;
    private final DevTools tools;

    /** @param language the browser's, as in {@code fr} */
    Chromium(String language) throws IOException {
        List<String> command = List.of(
                PROGRAM.toString(),
                "--headless=new",
                // Root has no sandbox; the pages are ours.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--force-color-profile=srgb",
                "--lang=" + language,
                "--accept-lang=" + language,
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        tools = new DevTools(address());
    }

    /** A tab with cookies and storage of its own: another person. */
    Tab open() {
        JsonObject context = tools.call(null, "Target.createBrowserContext", new JsonObject());
        JsonObject wanted = new JsonObject();
        wanted.addProperty("url", "about:blank");
        wanted.add("browserContextId", context.get("browserContextId"));
        JsonObject attach = new JsonObject();
        attach.add("targetId", tools.call(null, "Target.createTarget", wanted).get("targetId"));
        attach.addProperty("flatten", true);
        String session = tools.call(null, "Target.attachToTarget", attach)
                .get("sessionId")
                .getAsString();
        return new Tab(tools, session, context.get("browserContextId").getAsString(), profile.resolve("downloads"));
    }

    /** The browser writes where it listens into its profile: the port, then the path. */
    private URI address() {
        Path file = profile.resolve("DevToolsActivePort");
        List<String> lines = Await.value("Chromium to listen", START_LIMIT, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Chromium ended: " + Files.readString(profile.resolve("chromium.log")));
            }
            List<String> written = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            return written.size() >= 2 ? written : null;
        });
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    @Override
    public void close() {
        tools.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
