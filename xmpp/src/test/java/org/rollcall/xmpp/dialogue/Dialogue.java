package org.rollcall.xmpp.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.packet.Stanza;

/**
 * A text file that plays a conversation with a {@link TestMachine}:
 *
 * <pre>
 * # a comment
 * &gt;&gt;           the machine receives the stanza on the following lines
 * &lt;&lt;           the machine sends it: a star stands for anything, {id} for a value used again later
 * -- wait 61s  time passes
 * -- silence   the machine has sent nothing more
 * </pre>
 */
final class Dialogue {
    private record Step(String kind, String text, int line) {}

    private final Path file;
    private final List<Step> steps = new ArrayList<>();

    Dialogue(Path file) throws IOException {
        this.file = file;
        String kind = "#";
        StringBuilder text = new StringBuilder();
        int number = 0;
        int begun = 0;
        for (String line : (Files.readString(file, StandardCharsets.UTF_8) + "\n#").split("\n")) {
            number++;
            boolean marker = line.equals(">>") || line.equals("<<") || line.startsWith("-- ") || line.startsWith("#");
            if (!marker) {
                text.append(line).append('\n');
                continue;
            }
            if (!kind.equals("#")) {
                steps.add(new Step(kind, text.toString().strip(), begun));
            }
            kind = line.startsWith("#") ? "#" : line;
            text.setLength(0);
            begun = number;
        }
    }

    List<String> stanzas() {
        return steps.stream()
                .filter(step -> !step.kind().startsWith("--"))
                .map(Step::text)
                .toList();
    }

    void play(TestMachine machine) throws Exception {
        Map<String, String> known = new HashMap<>();
        for (Step step : steps) {
            String where = file.getFileName() + ":" + step.line();
            if (step.kind().equals(">>")) {
                machine.receive(filled(step.text(), known));
            } else if (step.kind().equals("<<")) {
                Stanza stanza = machine.sent().poll(5, TimeUnit.SECONDS);
                assertNotNull(stanza, where + ": the machine sent nothing");
                String actual = stanza.toXML("jabber:client").toString();
                if (!Canonical.fits(step.text(), actual, known)) {
                    assertEquals(Canonical.of(step.text()), Canonical.of(actual), where);
                }
            } else if (step.kind().startsWith("-- wait ")) {
                machine.clock.pass(
                        Duration.parse("PT" + step.kind().substring(8).toUpperCase(java.util.Locale.ROOT)));
            } else {
                assertEquals("-- silence", step.kind(), where);
                assertTrue(machine.sent().isEmpty(), where + ": the machine sent " + machine.sent());
            }
        }
        assertTrue(machine.sent().isEmpty(), file.getFileName() + ": the machine also sent " + machine.sent());
    }

    private static String filled(String text, Map<String, String> known) {
        String filled = text;
        for (Map.Entry<String, String> name : known.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }
}
