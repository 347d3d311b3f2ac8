package org.rollcall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static String token(String file) {
        return Invitations.tokenFor("a201b7", "iut.rdz", file);
    }

    @Test
    void aBareTokenOrAnAddressAsProsodyPrintsItIsForAnybody() {
        assertEquals("fh7-3kd_9", token("fh7-3kd_9"));
        assertEquals("fh7-3kd_9", token("\n# for all rooms\r\n  xmpp:iut.rdz?register;preauth=fh7-3kd_9  \r\n"));
        assertEquals("a+b", token("xmpp:IUT.rdz?register;preauth=a+b;ibr=y"));
    }

    @Test
    void aLineThatNamesTheAccountIsForItAloneAndGoesFirst() {
        String file = """
                xmpp:a201b7@iut.rdz?register;preauth=mine-1
                xmpp:a201b8@iut.rdz?register;preauth=others
                xmpp:a201%627@iut.rdz?register;preauth=mine%2D2
                anybodys
                """;
        assertEquals("mine-2", token(file), "the last one was added last");
        assertEquals("anybodys", Invitations.tokenFor("a201c1", "iut.rdz", file));
        assertNull(token("xmpp:a201b8@iut.rdz?register;preauth=others"));
        assertNull(token("xmpp:a201b7@other.rdz?register;preauth=others"));
    }

    @Test
    void whatIsNoInvitationSaysNothing() {
        for (String file : new String[] {
            "", "\n\n", "# old", "two words", "xmpp:iut.rdz?join", "https://iut.rdz/invite?fh7", "é".repeat(4)
        }) {
            assertNull(token(file), file);
        }
    }
}
