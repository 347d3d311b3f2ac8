package org.rollcall.tests.wine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.procrun.Procrun;

/** Runs on the Windows runtime in procrun's place: starts the service, and does to it what standard input says. */
public final class ServiceProbe {
    private final List<byte[]> hoard = new ArrayList<>();

    private ServiceProbe() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Thread service = new Thread(() -> Procrun.start(arguments), "procrun-start");
        service.start();
        new ServiceProbe().obey();
        // What the agent leaves running would keep the process, here as under procrun.
        service.join();
    }

    private void obey() throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.strip().split(" ")[0]) {
                case "stop" -> {
                    stop();
                    return;
                }
                case "kill" -> thread(line.strip().split(" ")[1]).interrupt();
                case "hoard" -> hoard();
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    /** As at Windows' shutdown: the service manager's order, and the console's handler. */
    private static void stop() throws InterruptedException {
        Thread console = new Thread(() -> Procrun.stop(new String[0]), "procrun-console");
        long began = System.nanoTime();
        console.start();
        Procrun.stop(new String[0]);
        console.join();
        System.err.println("stopped in " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void hoard() {
        while (true) {
            hoard.add(new byte[1 << 20]);
        }
    }
}
