package org.rollcall.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.board.Condition;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

class HistoryCommandsTest {
    private final Asking central = new Asking();

    @BeforeEach
    void fill() {
        central.board.put("a201b7", "A201", Condition.FREE).put("b105a1", "B105", Condition.FREE);
        central.history
                .put("a201b7", "A201", "kevin.marchais", "Kévin Marchais", 2)
                .put("b105a1", "B105", "anne.martin", "Anne Martin", 5);
    }

    @Test
    void historyAsksForWhatWasGivenAndNothingElse() throws Exception {
        Instant from = Instant.parse("2026-11-01T00:00:00Z");
        Table table = central.ask("history", "user", "marchais", "from", from, "limit", 1L);
        assertEquals(
                new HistoryQuery(null, "marchais", null, null, null, from, null, 1, null),
                central.history.asked.get(0));
        assertEquals(List.of("kevin.marchais"), central.column(table, "user"));
        assertEquals("The newest 1 of 2; narrow it down, or raise limit.", table.note());
        assertNull(central.ask("history").note());
        assertEquals(
                Refusal.Reason.BAD_REQUEST,
                central.refused("history", "limit", 0L).reason());
    }

    @Test
    void aBareWordIsAMachineElseARoomElseAPerson() throws Exception {
        central.ask("history", "who", "A201b7");
        central.ask("history", "who", "b105");
        central.ask("history", "who", "kev");
        assertEquals(
                List.of(
                        new HistoryQuery("A201B7", null, null, null, null, null, null, 100, null),
                        new HistoryQuery(null, null, "B105", null, null, null, null, 100, null),
                        new HistoryQuery(null, "kev", null, null, null, null, null, 100, null)),
                central.history.asked);
    }

    @Test
    void whoWasThereAtAMomentIsEachSessionThatWasOpenThen() throws Exception {
        Instant friday = Instant.parse("2026-11-20T14:00:00Z");
        central.ask("history", "who", "a201b7", "at", friday);
        HistoryQuery asked = central.history.asked.get(0);
        assertEquals(friday, asked.from());
        assertEquals(friday.plusMillis(1), asked.to());
        assertEquals(
                "at stands alone: leave from and to out.",
                central.refused("history", "at", friday, "from", friday).getMessage());
    }

    @Test
    void nothingFoundIsSaid() throws Exception {
        assertEquals(
                "No session that you may see was like that.",
                new Asking().ask("history").note());
    }

    @Test
    void whoSeesOneRoomHasTheHistoryOfThatRoomAlone() throws Exception {
        central.as("teacher@iut.rdz", Role.VIEWER, "A201");
        assertEquals(List.of("A201"), central.column(central.ask("history", "room", "a201"), "room"));
        assertEquals(Set.of("A201"), central.history.asked.get(0).rooms());
        assertEquals(
                Refusal.Reason.ITEM_NOT_FOUND,
                central.refused("history", "room", "B105").reason());
        assertEquals(List.of("kevin.marchais"), central.column(central.ask("last", "who", "a"), "user"));
    }

    @Test
    void lastIsAMachinesWhereThereIsOneOfThatNameAndElseAPersons() throws Exception {
        central.ask("last", "who", "A201B7");
        assertEquals("A201B7", central.history.asked.get(0).machine());
        assertEquals(List.of("anne.martin"), central.column(central.ask("last", "who", "anne"), "user"));
    }

    @Test
    void usageIsByRoomOverThirtyDaysWhenNothingIsSaid() throws Exception {
        central.history.usage.add(new History.Usage("A201", null, null, 12, 3600, 7));
        assertEquals(
                List.of(Arrays.asList("A201", null, null, 12L, Duration.ofHours(1), 7L)),
                central.ask("usage").rows());
        assertEquals(
                Refusal.Reason.BAD_REQUEST,
                central.refused("usage", "from", Instant.EPOCH).reason());
    }
}
