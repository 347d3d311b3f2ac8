package org.rollcall.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

class TasklistTest {
    private static final Table TABLE = Table.of(
            List.of(
                    Column.text("name"),
                    Column.count("pid"),
                    Column.count("session"),
                    Column.bytes("memory"),
                    Column.text("status"),
                    Column.text("user"),
                    Column.duration("cpu")),
            List.of(
                    List.of("WINWORD.EXE", 444L, 1L, 49_897_472L, "running", "IUT\\kevin", Duration.ofSeconds(4)),
                    Arrays.asList("a \"b\"", 4L, 0L, null, null, null, null)));

    private final StringWriter printed = new StringWriter();

    @Test
    void aProcessIsALineOfTheWidthsThatTasklistHas() {
        new Tasklist(terminal(Locale.ENGLISH)).table(List.of(answer()), false);
        List<String> lines = printed.toString().lines().toList();
        assertEquals(
                "WINWORD.EXE                    444 N/A                        1     48,728 K Running         IUT\\kevin"
                        + " ".repeat(47) + "0:00:04 N/A",
                lines.get(3));
    }

    @Test
    void inFrenchItIsAsTheOriginalsScreenHadIt() {
        new Tasklist(terminal(Locale.FRENCH)).csv(List.of(answer()), true);
        List<String> lines = printed.toString().lines().toList();
        assertEquals(
                "\"A201B7\",\"WINWORD.EXE\",\"444\",\"N/A\",\"1\",\"48 728 Ko\",\"En service\",\"IUT\\kevin\",\"0:00:04\","
                        + "\"N/A\"",
                lines.get(1));
        assertEquals(
                "\"A201B7\",\"a \"\"b\"\"\",\"4\",\"Services\",\"0\",\"N/A\",\"Inconnu\",\"N/A\",\"N/A\",\"N/A\"",
                lines.get(2));
    }

    private static Answered answer() {
        return new Answered(
                Target.machine("A201B7", JidCreate.bareFromOrThrowUnchecked("a201b7@iut.rdz")), Instant.EPOCH, TABLE);
    }

    private Terminal terminal(Locale locale) {
        return new Terminal(
                new BufferedReader(new StringReader("")),
                new PrintWriter(printed, true),
                new PrintWriter(printed, true),
                new Terminal.Terminals(false, false, false),
                Map.of(),
                Path.of("nowhere"),
                locale,
                Clock.systemUTC());
    }
}
