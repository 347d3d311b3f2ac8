package org.rollcall.tests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.enrol.NewPc;
import org.rollcall.tests.enrol.RealPc;
import org.rollcall.tests.enrol.Site;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.ServerKind;

/** An administrator decides on new PCs and on machines' accounts on the board, over a real server. */
class EnrolmentPageIT {
    private static Site site;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        site = new Site(ServerKind.PROSODY, "");
        browser = new Chromium("fr");
    }

    @AfterAll
    static void end() throws Exception {
        browser.close();
        site.close();
    }

    @Test
    void aYesAndAWindowLetPcsIn() throws Exception {
        NewPc first = new NewPc(site.server, "A201Z9", "one");
        NewPc second = new NewPc(site.server, "A202Z4", "two");
        assertEquals("closed", first.asks(Site.SECRET));
        assertEquals("closed", second.asks(Site.SECRET));
        Tab tab = open("/waiting");
        tab.untilText(".waiting-page", "A202Z4");
        tab.untilText(".waiting-page", "aucune fenêtre");
        tab.screenshot("enrolment-fr-light");
        tab.evaluate(row("A201Z9") + ".querySelector('button.main').click()");
        tab.untilText(".waiting-page", "pourra s’inscrire");
        assertEquals("a201z9@" + site.server.domain(), first.asks(Site.SECRET));
        tab.type(".enrolment-open input[name=room]", "A202");
        tab.click(".enrolment-open button");
        tab.untilText(".waiting-list", "ouverte jusqu’à");
        assertEquals("a202z4@" + site.server.domain(), second.asks(Site.SECRET));
        new NewPc(site.server, "A202Z4", "another").asks(Site.SECRET);
        tab.clickText(".off-phone button", "EN");
        tab.visit(address("/waiting"));
        tab.untilText(".waiting-page", "known name, other hardware");
        tab.screenshot("enrolment-en-light");
        tab.evaluate(row("open until") + ".querySelector('button').click()");
        tab.untilText(".waiting-page", "Closed: new PCs wait");
        assertEquals(List.of(), tab.errors());
    }

    @Test
    void aPasswordIsRenewedAndAnAccountWithdrawnOnItsMachinesPage() throws Exception {
        site.orders("open-enrolment", "room", "A203", "for", "1h");
        try (RealPc pc = RealPc.enrolling(site, "a203b7", "three")) {
            Await.until(
                    "it is on the board",
                    Site.LIMIT,
                    () -> site.onBoard("a203b7").isPresent());
            Tab tab = open("/machine/a203b7");
            tab.clickText(".card-do button", "Renouveler");
            tab.untilText("dialog", "A203B7");
            tab.untilText("dialog", "personne n’est dérangé");
            tab.click("dialog form button.main");
            tab.untilText("dialog", "Fait sur 1");
            Await.until(
                    "the new password alone", Site.LIMIT, () -> pc.passwords().equals(List.of("password-2")));
            tab.press("Escape");
            tab.until("!document.querySelector('dialog')");
            tab.clickText(".card-do button", "Retirer");
            tab.untilText("dialog", "Son historique reste");
            tab.screenshot("withdraw-fr-light");
            tab.click("dialog form button.danger");
            tab.untilText("dialog", "Fait sur 1");
            tab.press("Escape");
            tab.untilText("main", "n’est pas sur le tableau");
            assertEquals("refused", new NewPc(site.server, "A203B7", "three").asks(Site.SECRET));
            tab.visit(address("/audit"));
            tab.untilText(".list.audit", "renew-password");
            tab.untilText(".list.audit", "withdraw");
            assertEquals(List.of(), tab.errors());
        } finally {
            site.orders("close-enrolment", "room", "A203");
        }
    }

    private static Tab open(String page) {
        Tab tab = browser.open().looks(1440, 900, "light");
        tab.visit(address(page));
        tab.untilSeen("form.sign-in");
        tab.type("input[name=name]", "admin@" + site.server.domain());
        tab.type("input[name=password]", "pw");
        tab.click("form button");
        tab.untilSeen(".top");
        return tab;
    }

    private static String address(String page) {
        return "http://127.0.0.1:" + site.central.webPort() + page;
    }

    private static String row(String text) {
        return "[...document.querySelectorAll('.waiting-list li, .list.waiting .row')].find((row) => row.innerText.includes('"
                + text + "'))";
    }
}
