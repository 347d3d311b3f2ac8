package org.rollcall.agent.host.windows.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rollcall.agent.host.windows.session.RowFixture.LOGON;
import static org.rollcall.agent.host.windows.session.RowFixture.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.host.windows.Account;

class WindowsSessionsTest {
    private final List<SessionRow> rows = new ArrayList<>();
    private final Map<String, String> sids = new HashMap<>();
    private final Map<String, String> fullNames = new HashMap<>();
    private final Map<String, Account> told = new HashMap<>();
    private boolean shuttingDown;
    private boolean failing;

    private final WindowsSessions sessions =
            new WindowsSessions(this::rows, new Users(), () -> null, () -> shuttingDown, told::put);

    @Test
    void theSidIsDecidedOnceAsItIsPartOfASessionsIdentity() throws ReadingFailedException {
        set(row());
        assertNull(only().sid());

        sids.put("kevin.marchais", "S-1-5-21-1-2-3-1104");
        assertNull(only().sid());

        set(row().logon(LOGON.plusSeconds(1)));
        assertEquals("S-1-5-21-1-2-3-1104", only().sid(), "the id was reused by another session");
    }

    @Test
    void aFullNameMayComeLater() throws ReadingFailedException {
        set(row());
        assertNull(only().fullName());

        fullNames.put("kevin.marchais", "Kévin Marchais");
        assertEquals("Kévin Marchais", only().fullName());

        fullNames.clear();
        assertEquals("Kévin Marchais", only().fullName(), "and is kept");
    }

    @Test
    void aSessionLeftBehindKeepsTheKindItHad() throws ReadingFailedException {
        set(row().rdp("THIN7", 0));
        assertEquals(Session.Kind.RDP, only().kind());

        set(row().state(4));
        assertEquals(Session.Kind.RDP, only().kind(), "Windows says protocol 0 of disconnected sessions");

        set(row());
        assertEquals(Session.Kind.CONSOLE, only().kind(), "taken up again at the console");
    }

    @Test
    void underFastUserSwitchingTheActiveOneIsToldApart() throws ReadingFailedException {
        set(row().state(4), row().id(2).user("anna.lind"), row().id(3).state(1).user(""));

        List<Session> found = sessions.read();

        assertEquals(
                List.of("kevin.marchais DISCONNECTED", "anna.lind ACTIVE"),
                found.stream().map(each -> each.user() + " " + each.state()).toList());
    }

    @Test
    void aReadingThatFailsIsNotAnEmptyList() {
        failing = true;

        assertThrows(ReadingFailedException.class, sessions::read);
    }

    @Test
    void aReadingDuringShutdownIsNoReading() {
        set();
        shuttingDown = true;

        assertThrows(ReadingFailedException.class, sessions::read);
    }

    @Test
    void theAccountsOfPeopleNeedNoLookup() throws ReadingFailedException {
        sids.put("kevin.marchais", "S-1-5-21-1-2-3-1104");
        set(row());
        sessions.read();

        assertEquals(Map.of("S-1-5-21-1-2-3-1104", new Account("IUT", "kevin.marchais")), told);
    }

    private List<SessionRow> rows() throws ReadingFailedException {
        if (failing) {
            throw new ReadingFailedException("WTSEnumerateSessions failed");
        }
        return rows;
    }

    private void set(RowFixture... fixtures) {
        rows.clear();
        Stream.of(fixtures).map(RowFixture::build).forEach(rows::add);
    }

    private Session only() throws ReadingFailedException {
        List<Session> found = sessions.read();
        assertEquals(1, found.size());
        return found.get(0);
    }

    private final class Users implements UserLookup {
        @Override
        public String sid(int session, String user) {
            return sids.get(user);
        }

        @Override
        public String fullName(int session, String user, String domain) {
            return fullNames.get(user);
        }
    }
}
