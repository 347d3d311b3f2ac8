package org.rollcall.central.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rollcall.central.web.fake.PlaygroundPark;
import org.rollcall.central.web.page.Assets;

/**
 * The web board over a park that is not there: rooms of 29 machines whose people come and go. For those who write
 * the pages: files are read anew at each request.
 *
 * <p>Sign in as {@code demo} (administrator), {@code teacher} (operator in A201, viewer in A202) or {@code nobody};
 * the password is the name.
 */
public final class WebPlayground {
    private static final int USUAL_PORT = 8080;
    private static final int USUAL_ROOMS = 12;

    private WebPlayground() {}

    /** @param arguments the port, the folder of the pages, and how many rooms; each may be left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_PORT;
        Path folder = Path.of(
                arguments.length > 1 ? arguments[1] : "central/src/main/resources/org/rollcall/central/web/static");
        PlaygroundPark park = new PlaygroundPark(arguments.length > 2 ? Integer.parseInt(arguments[2]) : USUAL_ROOMS);
        Assets assets = Files.isDirectory(folder) ? Assets.fromFolder(folder) : Assets.packaged();
        try (WebServer server = new WebServer(WebHarness.settings(port), park.parts(), assets)) {
            server.start();
            System.out.println("http://127.0.0.1:" + server.port() + "/  demo/demo, teacher/teacher, nobody/nobody");
            ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor();
            life.scheduleAtFixedRate(park::step, 1, 1, TimeUnit.SECONDS);
            Thread.currentThread().join();
        }
    }
}
