package org.rollcall.agent.host.windows.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogonUiTest {
    private static final String KEY =
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI\\SessionData\\2";

    private final Map<String, String> values = Map.of(
            KEY + "|LoggedOnSAMUser", "IUT\\kevin.marchais",
            KEY + "|LoggedOnUserSID", "S-1-5-21-1-2-3-1104",
            KEY + "|LoggedOnDisplayName", "Kévin Marchais");
    private final LogonUi logonUi = new LogonUi((key, value) -> values.get(key + '|' + value));

    @Test
    void tellsWhoASessionsUserIs() {
        assertEquals("S-1-5-21-1-2-3-1104", logonUi.sid(2, "Kevin.Marchais"));
        assertEquals("Kévin Marchais", logonUi.displayName(2, "kevin.marchais"));
    }

    @Test
    void isNotBelievedAboutTheUserBefore() {
        assertNull(logonUi.sid(2, "anna.lind"));
        assertNull(logonUi.displayName(2, "anna.lind"));
    }

    @Test
    void saysNothingOfASessionThatItDoesNotKnow() {
        assertNull(logonUi.displayName(3, "kevin.marchais"));
    }
}
