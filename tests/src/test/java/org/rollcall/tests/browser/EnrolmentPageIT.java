package org.rollcall.tests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.enrol.NewPc;
import org.rollcall.tests.enrol.Site;
import org.rollcall.tests.fixture.ServerKind;

/** An administrator decides on new PCs on the page of what waits, over a real server. */
class EnrolmentPageIT {
    private Site site;
    private Chromium browser;

    @BeforeEach
    void start() throws Exception {
        site = new Site(ServerKind.PROSODY, "");
        browser = new Chromium("fr");
    }

    @AfterEach
    void end() throws Exception {
        browser.close();
        site.close();
    }

    @Test
    void aYesAndAWindowLetPcsIn() throws Exception {
        NewPc first = new NewPc(site.server, "A201Z9", "one");
        NewPc second = new NewPc(site.server, "A202Z4", "two");
        assertEquals("closed", first.asks(Site.SECRET));
        assertEquals("closed", second.asks(Site.SECRET));
        Tab tab = browser.open().looks(1440, 900, "light");
        String page = "http://127.0.0.1:" + site.central.webPort() + "/waiting";
        tab.visit(page);
        tab.untilSeen("form.sign-in");
        tab.type("input[name=name]", "admin@" + site.server.domain());
        tab.type("input[name=password]", "pw");
        tab.click("form button");
        tab.untilText(".waiting-page", "A202Z4");
        tab.untilText(".waiting-page", "aucune fenêtre");
        tab.screenshot("enrolment-fr-light");
        tab.click(".waiting-list li:first-child button.main");
        tab.untilText(".waiting-page", "pourra s’inscrire");
        assertEquals("a201z9@" + site.server.domain(), first.asks(Site.SECRET));
        tab.type(".enrolment-open input[name=room]", "A202");
        tab.click(".enrolment-open button");
        tab.untilText(".waiting-list", "ouverte jusqu’à");
        assertEquals("a202z4@" + site.server.domain(), second.asks(Site.SECRET));
        new NewPc(site.server, "A202Z4", "another").asks(Site.SECRET);
        tab.clickText(".off-phone button", "EN");
        tab.visit(page);
        tab.untilText(".waiting-page", "known name, other hardware");
        tab.screenshot("enrolment-en-light");
        tab.click(".waiting-list li:first-child button");
        tab.untilText(".waiting-page", "Closed: new PCs wait");
        assertEquals(List.of(), tab.errors());
    }
}
