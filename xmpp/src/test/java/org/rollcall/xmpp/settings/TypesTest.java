package org.rollcall.xmpp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.command.Role;

class TypesTest {
    private static final Path BASE = Path.of("/etc/rollcall");

    @Test
    void textsFromTheEnvironmentBecomeTyped() throws Exception {
        assertEquals(5222, Types.number(1, 65535).parse("5222", BASE));
        assertEquals(true, Types.FLAG.parse("true", BASE));
        assertEquals(List.of("a", "b"), Types.list(Types.TEXT).parse("a, b", BASE));
        assertEquals(List.of(), Types.list(Types.TEXT).parse("", BASE));
    }

    @Test
    void valuesOfTheWrongKindAreRefused() {
        refused(Types.number(1, 10), 11L, "5222x", true, List.of());
        refused(Types.FLAG, "yes", 1L);
        refused(Types.TEXT, 1L, "", " ", List.of("a"));
        refused(Types.PATTERN, "[a-z", 1L);
        refused(Types.list(Types.TEXT), 1L, List.of(1L));
    }

    @Test
    void durationsHaveARange() throws Exception {
        ValueType<Duration> type = Types.duration(Duration.ofSeconds(1), Duration.ofMinutes(10));
        assertEquals(Duration.ofSeconds(5), type.parse("5s", BASE));
        assertEquals("5s", type.show(Duration.ofSeconds(5)));
        refused(type, "500ms", "11m", 5L, "5");
    }

    @Test
    void addressesAreChecked() throws Exception {
        assertEquals("iut.rdz", JidTypes.DOMAIN.parse("IUT.rdz", BASE));
        refused(JidTypes.DOMAIN, "a@iut.rdz", "iut.rdz/x", "iut.rdz:5222", 1L);
        assertEquals("a201b7", JidTypes.USER.parse("A201B7", BASE));
        refused(JidTypes.USER, "a@b", "o'brien", "a b");
        assertEquals(JidCreate.bareFrom("windows@iut.rdz"), JidTypes.ACCOUNT.parse("windows@iut.rdz", BASE));
        refused(JidTypes.ACCOUNT, "iut.rdz", "windows@iut.rdz/central", "@");
        assertEquals(JidCreate.bareFrom("iut.rdz"), JidTypes.ACCOUNT_OR_DOMAIN.parse("iut.rdz", BASE));
        refused(JidTypes.ACCOUNT_OR_DOMAIN, "a b@iut.rdz", "iut.rdz/x");
        refused(JidTypes.RESOURCE, "", 3L);
        assertEquals(Role.OPERATOR, JidTypes.ROLE.parse("operator", BASE));
        refused(JidTypes.ROLE, "root", "Operator");
    }

    @Test
    void aFingerprintIsTheSameWithAndWithoutColons() throws Exception {
        String plain = "ab".repeat(32);
        String written = "AB:".repeat(31) + "AB";
        assertEquals(written, FileTypes.FINGERPRINT.parse(plain, BASE));
        assertEquals(written, FileTypes.FINGERPRINT.parse(written, BASE));
        refused(FileTypes.FINGERPRINT, "ab".repeat(20), "xy".repeat(32));
    }

    @Test
    void pathsAreRelativeToTheFileTheyStandIn() throws Exception {
        assertTrue(FileTypes.PATH.parse("ca.pem", BASE).endsWith(Path.of("etc", "rollcall", "ca.pem")));
        assertEquals(
                Path.of(System.getProperty("user.home"), "ca.pem").toAbsolutePath(),
                FileTypes.PATH.parse("~/ca.pem", BASE));
        refused(FileTypes.EXISTING_FILE, "is-not-there.pem");
    }

    private static void refused(ValueType<?> type, Object... values) {
        for (Object value : values) {
            assertThrows(BadValueException.class, () -> type.parse(value, BASE), () -> type.id() + ": " + value);
        }
    }
}
