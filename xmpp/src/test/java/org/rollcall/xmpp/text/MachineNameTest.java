package org.rollcall.xmpp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

class MachineNameTest {

    @Test
    void aNameIsLowerCasedTheSameWayUnderATurkishLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertEquals("iut-info", MachineName.localpart("IUT-INFO"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatALocalpartRefusesIsEscapedAndMakesAJid() throws XmppStringprepException {
        assertEquals("o\\27brien-pc", MachineName.localpart("O'Brien-PC"));
        assertEquals("pc\\261", MachineName.localpart("PC&1"));
        assertEquals(
                "o\\27brien-pc@iut.rdz",
                JidCreate.bareFrom(MachineName.localpart("O'Brien-PC") + "@iut.rdz")
                        .toString());
    }

    @Test
    void onlyTheFirstLabelOfADnsNameCounts() {
        assertEquals("a201b7", MachineName.localpart("A201B7.iut.rdz"));
    }

    @Test
    void thisComputerHasAName() {
        assertFalse(MachineName.ofThisComputer().isBlank());
    }
}
