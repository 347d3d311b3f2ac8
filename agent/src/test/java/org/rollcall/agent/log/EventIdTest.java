package org.rollcall.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.link.LinkFailure;

class EventIdTest {
    private static final Pattern MESSAGE =
            Pattern.compile("MessageId=(\\d+)\nSeverity=(\\w+)\nFacility=Rollcall\nSymbolicName=(\\w+)\n"
                    + "Language=English\n(.+)\n\\.\nLanguage=French\n(.+)\n\\.\n");

    @Test
    void theMessageSourceHasTheSameNumbersAndSeveritiesInTheSameOrder() throws IOException {
        assertEquals(
                Arrays.stream(EventId.values())
                        .map(id -> id.code() + " " + id.severity() + " " + id)
                        .toList(),
                messages().stream()
                        .map(each -> each.get(0) + " " + each.get(1).toUpperCase(Locale.ROOT) + " " + each.get(2))
                        .toList());
    }

    @Test
    void eachEventSaysInBothLanguagesWhatItIsAndThenTheLine() throws IOException {
        for (List<String> message : messages()) {
            assertTrue(message.get(3).endsWith("%n%n%1"), message.toString());
            assertTrue(message.get(4).endsWith("%n%n%1"), message.toString());
            assertTrue(!message.get(3).equals(message.get(4)), message.toString());
        }
    }

    @Test
    void theAdministratorsGuideHasThemAll() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "windows-service.md"));
        for (List<String> message : messages()) {
            String severity = message.get(1).toLowerCase(Locale.ROOT).replace("informational", "information");
            String text = message.get(3).replace("%n%n%1", "");
            String row = "| " + message.get(0) + " | " + severity + " | `" + message.get(2) + "` | " + text + " |";
            assertTrue(guide.contains(row), "docs/windows-service.md has no line " + row);
        }
    }

    @Test
    void noNumberStandsForTwo() {
        Set<Integer> codes = new HashSet<>();
        for (EventId id : EventId.values()) {
            assertTrue(codes.add(id.code()), id.toString());
        }
    }

    @Test
    void theIdentifierCarriesTheSeverityInItsHighestBits() {
        assertEquals(0xC0000001, EventId.FAULT.identifier());
        assertEquals(0x80000014, EventId.WAITING_FOR_SETTINGS.identifier());
        assertEquals(0x4000001E, EventId.LINK_UP.identifier());
    }

    @Test
    void eachReasonForALinkThatIsDownHasANumber() {
        for (LinkFailure.Kind kind : LinkFailure.Kind.values()) {
            assertNotNull(EventId.named("LINK_" + kind), kind.toString());
        }
    }

    /** Number, severity, name, English, French. */
    private static List<List<String>> messages() throws IOException {
        String source = Files.readString(Path.of("..", "installer", "windows", "events", "rollcall-events.mc"));
        List<List<String>> found = new ArrayList<>();
        Matcher message = MESSAGE.matcher(source);
        while (message.find()) {
            found.add(
                    List.of(message.group(1), message.group(2), message.group(3), message.group(4), message.group(5)));
        }
        assertEquals(found.size(), source.split("MessageId=").length - 1, "a message that is written otherwise");
        return found;
    }
}
