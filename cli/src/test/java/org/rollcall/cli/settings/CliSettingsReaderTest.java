package org.rollcall.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.OptionSource;
import org.rollcall.xmpp.settings.Problems;

class CliSettingsReaderTest {
    private final Problems problems = new Problems(Locale.ENGLISH);

    @Test
    void theDefaultsAreTheDesigns() {
        CliSettings settings = read();
        assertEquals(List.of(), problems.all());
        assertEquals("iut.rdz", settings.machineDomain());
        assertNull(settings.central());
        assertEquals("A201", settings.rule().of("a201b7").orElseThrow().room());
        assertEquals(Optional.empty(), settings.rule().of("admin"));
        assertNotEquals(settings.xmpp().resource(), read().xmpp().resource());
    }

    @Test
    void everyKeyHasItsPlace() throws Exception {
        CliSettings settings = read(
                "central.jid=windows@iut.rdz",
                "park.domain=pc.iut.rdz",
                "park.rule=(?<room>lab)-.*",
                "xmpp.resource=r");
        assertEquals(List.of(), problems.all());
        assertEquals(JidCreate.bareFrom("windows@iut.rdz"), settings.central());
        assertEquals("pc.iut.rdz", settings.machineDomain());
        assertEquals("LAB", settings.rule().of("lab-1").orElseThrow().room());
        assertEquals("r", settings.xmpp().resource());
    }

    @Test
    void aRuleWithoutARoomIsRefused() {
        read("park.rule=[A-Z].*");
        assertEquals(
                "--set: park.rule needs a group called room, as in (?<room>[A-Z]\\d{3})(?<seat>.+).",
                problems.all().get(0).toString());
    }

    @Test
    void anAccountIsRequired() {
        CliSettingsReader.read(List.of(new OptionSource(List.of("xmpp.domain=iut.rdz"))), problems);
        assertTrue(problems.all().get(0).sentence().startsWith("xmpp.user is not set"));
    }

    private CliSettings read(String... options) {
        List<String> all = new ArrayList<>(List.of("xmpp.domain=iut.rdz", "xmpp.user=admin"));
        all.addAll(List.of(options));
        return CliSettingsReader.read(
                List.of(new EnvironmentSource(Map.of("ROLLCALL_XMPP_PASSWORD", "x")), new OptionSource(all)), problems);
    }
}
