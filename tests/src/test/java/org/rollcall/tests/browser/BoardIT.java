package org.rollcall.tests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;

/** The web board as a person uses it, in Chromium, over the real central and real agents. */
class BoardIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String RTL_NAME = "\u202Enimda\u202C ملاك";
    private static final String LONG_NAME = "x".repeat(10_000);

    private static PlayedPark park;
    private static Chromium browser;
    private Tab tab;

    @BeforeAll
    static void startAll() throws Exception {
        park = new PlayedPark();
        park.startCentral();
        park.switchAllOn();
        browser = new Chromium("fr");
    }

    @AfterAll
    static void stopAll() throws Exception {
        browser.close();
        park.close();
    }

    @BeforeEach
    void openTab() {
        tab = browser.open().looks(1440, 900, "light");
    }

    /** Whatever a test does: no page error, and no request that leaves the host. */
    @AfterEach
    void nothingWentWrong() {
        park.everybodyLeaves();
        List<URI> strangers = tab.requests().stream()
                .filter(request -> request.getHost() != null)
                .filter(request -> !park.address().endsWith(request.getHost() + ":" + request.getPort()))
                .toList();
        assertEquals(List.of(), strangers);
        assertEquals(List.of(), tab.errors());
    }

    @Test
    void whoSignsInSeesTheRoomFillLive() {
        tab.visit(park.address() + "/room/A201");
        signIn("admin");
        tab.untilText("h1", "A201 — 0 connexion");
        park.logon("A201B1", "kevin.marchais", "Kévin Marchais");
        tab.untilText("h1", "A201 — 1 connexion");
        tab.untilText(".row[data-key=a201b1]", "LP D2i");
        tab.untilText(".place[href='/machine/a201b1']", "Kévin");
        park.pc("A201B1").lock();
        tab.untilText(".row[data-key=a201b1]", "verrouillée");
        tab.screenshot("room-fr-light");
        park.pc("A201B1").logoff();
        tab.untilText("h1", "A201 — 0 connexion");
    }

    @Test
    void staffStandOutAndNamesAreText() {
        park.logon("A201A1", "frederic.barros", null);
        park.logon("A201A2", "<img src=x onerror=alert(1)>", RTL_NAME);
        park.logon("A201A3", "long", LONG_NAME);
        open("admin", "/room/A201");
        tab.until("document.querySelector('.row[data-key=a201a1]')?.classList.contains('staff')");
        tab.untilText(".row[data-key=a201a2] .login", "<img src=x onerror=alert(1)>");
        tab.untilText(".row[data-key=a201a2] .name", "nimda");
        tab.until("document.querySelector('.row[data-key=a201a3] .name').innerText.length > 200");
        assertEquals(0, tab.count("main img, main script"));
        assertTrue(
                tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
                        .getAsBoolean(),
                "a long name must not widen the page");
        tab.screenshot("room-hostile-names");
        tab.visit(park.address() + "/history");
        tab.untilText(".list.history", "nimda");
        assertFalse(tab.text("body").contains("\u202E"), "a name must not turn itself round");
    }

    @Test
    void aMachineShowsItsProcessesLiveAndOneCanBeEnded() {
        park.logon("A201A3", "kevin.marchais", "Kévin Marchais");
        open("admin", "/machine/a201a3");
        tab.untilText(".doing", "Kévin Marchais");
        tab.untilText(".list.processes", "<script>alert(1)</script>.exe");
        assertFalse(tab.text(".list.processes").contains("svchost"), "the system's are folded away");
        tab.click(".fold");
        tab.untilText(".wide-card", "svchost.exe");
        tab.clickText(".sort", "Processus");
        tab.until("document.querySelector('.rows .process').innerText.startsWith('<script>')");
        tab.untilText(".machine-side", "OptiPlex 7090");
        tab.screenshot("machine-fr-light");
        tab.evaluate("[...document.querySelectorAll('.row')].find((row) => row.innerText.includes('WINWORD'))"
                + ".querySelector('button').click()");
        tab.untilSeen("dialog form");
        tab.click("dialog form button.danger");
        Await.until(
                "the process to be ended",
                LIMIT,
                () -> park.pc("A201A3").did().done().contains("kill 444"));
        tab.untilText("dialog", "Fait sur 1");
        tab.press("Escape");
        tab.until("!document.querySelector('dialog')");
    }

    @Test
    void anOrderShowsWhomItHitsBeforeItIsGiven() {
        park.logon("B105A1", "kevin.marchais", "Kévin Marchais");
        park.logon("B105A2", "lea.roux", "Léa Roux");
        open("admin", "/room/B105");
        tab.untilText("h1", "2 connexions");
        tab.click(".row[data-key=b105a1] input");
        tab.clickText(".actions button", "Message");
        tab.untilText("dialog", "1 personne");
        assertFalse(tab.text("dialog").contains("Léa"));
        tab.type("dialog textarea", "La salle ferme à 18 h");
        tab.screenshot("order-fr-light");
        tab.click("dialog button.main");
        Await.until(
                "the message", LIMIT, () -> park.pc("B105A1").did().done().contains("message 1 La salle ferme à 18 h"));
        tab.untilText("dialog", "Fait sur 1");
        assertEquals(List.of(), park.pc("B105A2").did().done());
    }

    @Test
    void whoeverLogsOnAfterThePreviewIsNotLoggedOff() {
        park.logon("B105A3", "kevin.marchais", "Kévin Marchais");
        park.logon("B105B1", "lea.roux", "Léa Roux");
        open("admin", "/room/B105");
        tab.untilText("h1", "2 connexions");
        tab.clickText(".actions button", "Fermer");
        tab.untilText("dialog", "2 personnes");
        park.pc("B105B1").logoff();
        park.logon("B105A3", "hugo.colin", "Hugo Colin");
        park.logon("B105B1", "zoe.lefevre", "Zoé Lefèvre");
        tab.click("dialog button.danger");
        tab.untilText("dialog", "Fait sur 2");
        tab.untilText("dialog", "déjà partie");
        tab.screenshot("order-gone-fr-light");
        assertEquals(List.of("logoff 1"), park.pc("B105A3").did().done());
        assertEquals(List.of(), park.pc("B105B1").did().done());
    }

    @Test
    void arrowsMoveOverTheSeatPlanAndAListIsCopiedAsText() {
        open("admin", "/room/A201");
        tab.untilSeen(".plan .place[href='/machine/a201a1']");
        tab.evaluate("document.querySelector(\".plan .place[href='/machine/a201a1']\").focus()");
        tab.press("ArrowRight");
        tab.until("document.activeElement.getAttribute('href') === '/machine/a201a2'");
        tab.press("ArrowDown");
        tab.until("document.activeElement.getAttribute('href') === '/machine/a201b2'");
        tab.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
        tab.clickText(".tools button, .list-tools button, button.quiet", "Copier");
        tab.until("window.copied?.split('\\n').length >= 7 && window.copied.includes('A201B2\\t')");
    }

    @Test
    void aPictureOfUsageIsSavedAsAFileOfItsOwn() throws Exception {
        park.logon("A201B3", "kevin.marchais", "Kévin Marchais");
        park.everybodyLeaves();
        open("admin", "/usage");
        tab.untilSeen("svg.chart");
        tab.clickText("button", "Enregistrer en SVG");
        Path file = tab.downloaded("rollcall-hours.svg");
        String picture = Files.readString(file);
        assertTrue(picture.startsWith("<svg") && picture.contains("fill=\"rgb("), picture.substring(0, 80));
    }

    @Test
    void onAPhoneTheAuditShowsAllOfALine() {
        tab.looks(390, 844, "light");
        open("admin", "/audit");
        tab.untilSeen(".list.audit .row .details");
        for (String cell : List.of("by", "at", "action", "role", "channel", "outcome")) {
            tab.until("getComputedStyle(document.querySelector('.list.audit .rows ." + cell + "')).display !== 'none'");
        }
        tab.screenshot("audit-fr-phone");
    }

    @Test
    void searchAnswersWhileTypingAndEnterOpensTheFirst() {
        park.logon("B105B1", "kevin.marchais", "Kévin Marchais");
        open("admin", "/?view=names");
        tab.untilText(".tiles", "Kévin");
        tab.press("/");
        tab.type("#search", "KEV");
        tab.untilText("#found", "sur B105B1");
        tab.screenshot("search-fr-light");
        tab.press("Enter");
        tab.until("location.pathname === '/machine/b105b1'");
        tab.evaluate("history.back()");
        tab.until("location.pathname === '/' && document.querySelector('.tiles')");
    }

    @Test
    void historyIsFilteredAndExported() throws Exception {
        park.logon("B105B2", "zoe.lefevre", "Zoé Lefèvre");
        park.everybodyLeaves();
        park.logon("B105B3", "hugo.colin", "Hugo Colin");
        park.everybodyLeaves();
        open("admin", "/history");
        tab.untilText(".list.history", "Hugo Colin");
        tab.type("input[name=user]", "lefevre");
        tab.until("location.search.includes('user=lefevre')");
        tab.until("!document.querySelector('.list.history').innerText.includes('Hugo')");
        tab.untilText(".list.history", "Zoé Lefèvre");
        tab.screenshot("history-fr-light");
        String csv = tab.evaluate("fetch(document.querySelector('a[download]').href).then((answer) => answer.text())")
                .getAsString();
        assertTrue(csv.contains("zoe.lefevre"), csv);
        assertFalse(csv.contains("hugo.colin"), csv);
    }

    @Test
    void theCsvFileIsSaved() throws Exception {
        open("admin", "/history");
        tab.untilSeen(".list.history");
        tab.click("a[download]");
        String name = tab.evaluate("fetch('/api/history.csv').then((answer) =>"
                        + " /filename=\"?([^\";]+)/.exec(answer.headers.get('content-disposition'))[1])")
                .getAsString();
        assertTrue(Files.size(tab.downloaded(name)) > 10);
    }

    @Test
    void whoMayOnlyLookIsOfferedNothingElseAndRefusedWhenAskingAnyway() {
        open("teacher", "/");
        tab.untilText(".tiles", "A201");
        assertFalse(tab.text(".tiles").contains("B105"), "a room without rights is not there");
        assertFalse(tab.text("nav.pages").contains("Qui a fait quoi"));
        tab.visit(park.address() + "/room/A201");
        tab.untilSeen(".list.machines");
        assertEquals(0, tab.count(".actions"));
        assertEquals("404 403", tab.evaluate("""
                (async () => {
                  const csrf = (await (await fetch('/api/me')).json()).csrf;
                  const other = await fetch('/api/machines/b105a1');
                  const order = await fetch('/api/ask', {method: 'POST', headers: {'Content-Type': 'application/json',
                    'X-Rollcall-Csrf': csrf}, body: JSON.stringify({machines: ['a201a1'], command: 'restart',
                    arguments: {}, order: true})});
                  return other.status + ' ' + (order.ok ? JSON.parse((await order.text()).trim().split('\\n')[0]).reason
                    .replace('forbidden', '403') : order.status);
                })()""").getAsString());
        tab.forget("status of 40");
    }

    @Test
    void aWrongPasswordIsSaidAndAStrangerSeesNothing() {
        tab.visit(park.address() + "/");
        tab.untilSeen("form.sign-in");
        tab.screenshot("sign-in-fr-light");
        tab.type("input[name=name]", "admin@iut.rdz");
        tab.type("input[name=password]", "wrong");
        tab.click("form button");
        tab.until("document.querySelector('.wrong').innerText.length > 5");
        assertEquals(0, tab.count(".tile"));
        tab.forget("status of 401");
    }

    @Test
    void thePageSaysThatItHasLostItsConnectionAndCatchesUp() {
        tab.looks(1440, 300, "light");
        open("admin", "/room/A201?filter=a201&sort=-pc");
        tab.untilText(".live", "en direct");
        tab.click(".row[data-key=a201b3] input");
        tab.evaluate("scrollTo(0, 60)");
        tab.network(true);
        tab.untilText(".live.down", "reconnexion ; état à".replace(" ;", "\u202f;"));
        park.logon("A201B2", "kevin.marchais", "Kévin Marchais");
        tab.network(false);
        tab.untilText(".row[data-key=a201b2]", "Kévin Marchais");
        tab.untilText(".live", "en direct");
        assertEquals(
                "60 a201 true a201b3",
                tab.evaluate("scrollY + ' ' + document.querySelector('.filter').value + ' '"
                                + " + document.querySelector('.row[data-key=a201b3] input').checked + ' '"
                                + " + document.querySelector('.rows .row').dataset.key")
                        .getAsString(),
                "scroll, filter, selection and order are as they were");
        tab.forget("ERR_INTERNET_DISCONNECTED");
    }

    @Test
    void thePagesAreThereInBothLanguagesAndThemesAndOnAPhone() {
        park.logon("A201B3", "frederic.barros", "Frédéric Barros");
        open("admin", "/?view=names");
        tab.untilText(".tiles", "Frédéric");
        for (String scheme : List.of("light", "dark")) {
            for (int width : List.of(1440, 390)) {
                tab.looks(width, width == 390 ? 844 : 900, scheme);
                for (String page : List.of("", "room/A201", "machine/a201b3", "history", "usage", "waiting", "audit")) {
                    tab.visit(park.address() + "/" + page + (page.isEmpty() ? "?view=names" : ""));
                    tab.untilSeen("main h1");
                    tab.until("!document.querySelector('main').innerText.includes('Un instant')");
                    tab.until("document.querySelector('.live.up')");
                    assertTrue(
                            tab.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
                                    .getAsBoolean(),
                            page + " is wider than " + width);
                    String name = page.isEmpty() ? "park" : page.replace('/', '-');
                    tab.screenshot(name + "-fr-" + scheme + (width == 390 ? "-phone" : ""));
                }
            }
        }
        tab.looks(1440, 900, "light");
        tab.visit(park.address() + "/?view=names");
        tab.clickText(".off-phone button", "EN");
        tab.untilText("nav.pages", "Who did what");
        tab.untilText("h1", "connection");
        tab.screenshot("park-en-light");
        tab.looks(1920, 1080, "light");
        tab.visit(park.address() + "/wall/A201");
        tab.untilText(".wall", "Frédéric");
        tab.screenshot("wall-en-light");
    }

    private void open(String person, String page) {
        tab.visit(park.address() + page);
        signIn(person);
    }

    private void signIn(String person) {
        tab.untilSeen("form.sign-in");
        tab.type("input[name=name]", person + "@iut.rdz");
        tab.type("input[name=password]", PlayedPark.PASSWORD);
        tab.click("form.sign-in button");
        tab.untilSeen(".top");
        tab.until("document.querySelector('.live.up')");
    }
}
