package org.rollcall.tests.wine;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.windows.trust.LocalMachineRoots;

/** Runs on the Windows runtime: answers each line of standard input with one line of JSON about this PC. */
public final class HostProbe {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .registerTypeAdapter(
                    Instant.class, (JsonSerializer<Instant>) (value, t, c) -> new JsonPrimitive("" + value))
            .registerTypeAdapter(
                    Duration.class, (JsonSerializer<Duration>) (value, t, c) -> new JsonPrimitive(value.toMillis()))
            .create();

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Host host = Hosts.forThisSystem();

    private HostProbe() {}

    public static void main(String[] arguments) throws IOException {
        new HostProbe().answer();
    }

    private void answer() throws IOException {
        host.listen(new HostListener() {
            @Override
            public void sessionsChanged() {
                say("changed");
            }

            @Override
            public void suspending() {
                say("suspending");
            }

            @Override
            public void resumed() {
                say("resumed");
            }
        });
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        say("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say(GSON.toJson(reply(line.split("\t"))));
        }
        host.close();
    }

    private synchronized void say(String line) {
        out.println(line);
    }

    private Map<String, Object> reply(String[] words) {
        try {
            return Map.of("result", result(words));
        } catch (ReadingFailedException e) {
            return Map.of("failed", e.getMessage());
        } catch (ActionFailedException e) {
            return Map.of("refused", e.reason().name(), "text", e.getMessage());
        }
    }

    private Object result(String[] words) throws ReadingFailedException, ActionFailedException {
        return switch (words[0]) {
            case "name" -> host.name();
            case "boot" -> host.bootTime();
            case "identity" -> host.identity();
            case "sessions" -> host.sessions();
            case "processes" -> host.processes();
            case "sheet" -> host.sheet().facts();
            case "notifications" -> host.notifications();
            case "pid" -> ProcessHandle.current().pid();
            case "roots" ->
                new LocalMachineRoots()
                        .get().stream()
                                .map(each -> each.getSubjectX500Principal().getName())
                                .toList();
            default -> act(words);
        };
    }

    private String act(String[] words) throws ActionFailedException {
        switch (words[0]) {
            case "message" -> host.actions().message(Integer.parseInt(words[1]), words[2], words[3]);
            case "logoff" -> host.actions().logoff(Integer.parseInt(words[1]));
            case "disconnect" -> host.actions().disconnect(Integer.parseInt(words[1]));
            case "kill" -> host.actions().kill(Long.parseLong(words[1]), null, words[2]);
            case "restart" -> host.actions().restart(Duration.ofHours(1), words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "done";
    }
}
