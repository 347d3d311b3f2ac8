package org.rollcall.xmpp.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.Idle;
import org.rollcall.xmpp.stanza.Leaving;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.Stored;

class ProtocolPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```xml\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void everyExampleIsPlayedByADialogueOrReadByTheParsers() throws Exception {
        Set<String> played = new HashSet<>();
        try (Stream<Path> files = Files.list(
                Path.of(ProtocolPageTest.class.getResource("/dialogues").toURI()))) {
            for (Path file : files.toList()) {
                for (String stanza : new Dialogue(file).stanzas()) {
                    played.add(Canonical.of(stanza));
                }
            }
        }
        int read = 0;
        for (String example : examples()) {
            if (!played.contains(Canonical.of(example))) {
                read(example);
                read++;
            }
        }
        assertEquals(5, read, "presence twice, events and two answers to them");
    }

    private static void read(String example) throws Exception {
        Object stanza = TestMachine.parse(example);
        if (stanza instanceof Presence presence && !presence.isAvailable()) {
            assertTrue(Leaving.in(presence));
        } else if (stanza instanceof Presence presence) {
            assertFalse(Leaving.in(presence));
            assertEquals("A201B7", Machine.in(presence).orElseThrow().name());
            assertTrue(Idle.in(presence).isPresent());
        } else if (((IQ) stanza).getType() == IQ.Type.set) {
            assertEquals(2, Events.from(((NodeIq) stanza).node()).events().size());
        } else {
            assertEquals(42, Stored.from(((NodeIq) stanza).node()).seq());
        }
    }

    private static List<String> examples() throws Exception {
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "protocol.md")));
        List<String> examples = new ArrayList<>();
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        assertTrue(examples.size() > 20, "the page has " + examples.size() + " examples");
        return examples;
    }
}
