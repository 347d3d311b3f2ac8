package org.rollcall.tests.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.tests.enrol.Site;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.TestCa;
import org.rollcall.tests.fixture.Variant;
import org.rollcall.tests.fixture.XmppServer;

/** A Windows PC comes by its account: the registry, DPAPI, an image in the making, a copied disk. */
class WindowsEnrolmentIT {
    private static final String SETUP = "HKLM\\SYSTEM\\Setup";
    private static final String ENROLMENT = "HKLM\\SOFTWARE\\Rollcall\\Enrolment";

    private Site site;
    private ServicePc pc;

    @BeforeEach
    void start() {
        site = new Site(ServerKind.PROSODY, "");
        pc = new ServicePc();
        registry(ENROLMENT, "enrol.secret", "REG_SZ", Site.SECRET);
        site.orders("open-enrolment", "room", "all", "for", "1h", "known", "yes");
    }

    @AfterEach
    void end() {
        pc.close();
        site.close();
    }

    @Test
    void whileWindowsIsMadeNothingIsWrittenThenItEnrolsAndTheSecretIsGone() throws Exception {
        pc.bench().rename("a201b7");
        registry(SETUP, "SystemSetupInProgress", "REG_DWORD", "1");
        settings(site.server.port());
        pc.start();
        pc.awaitLog("Windows is being set up (SystemSetupInProgress)");
        assertFalse(Files.exists(pc.folder().resolve("identity")));
        assertFalse(Files.exists(pc.folder().resolve("journal")));

        registry(SETUP, "SystemSetupInProgress", "REG_DWORD", "0");
        awaitOnBoard("a201b7");
        Await.until(
                "the secret is gone",
                Site.LIMIT,
                () -> !pc.bench().wine("reg", "query", ENROLMENT).contains("enrol.secret"));
        byte[] kept = Files.readAllBytes(pc.folder().resolve("password-1"));
        String text = new String(kept, StandardCharsets.ISO_8859_1);
        assertFalse(text.matches("(?s).*[A-Za-z0-9_-]{24}.*"), "DPAPI has made it unreadable");

        pc.order("stop");
        assertEquals(0, pc.exitCode());
        site.orders("close-enrolment");
        Await.until("off", Site.LIMIT, () -> site.onBoard("a201b7").isEmpty());
        pc.start();
        awaitOnBoard("a201b7");
        assertFalse(pc.log().contains(Site.SECRET));
        assertEquals(1, pc.log().split("Enrolment: this machine has its account", -1).length - 1, pc.log());
    }

    @Test
    void aDiskCopiedToAnotherComputerNameSendsNothingOfTheFirstOnes() throws Exception {
        pc.bench().rename("a201b7");
        settings(site.server.port());
        pc.start();
        awaitOnBoard("a201b7");
        Await.until(
                "the settings' look after the secret went",
                Site.LIMIT,
                () -> pc.log().contains("deleted from"));
        // From here on the first one reaches nobody.
        settings(1);
        pc.bench().turnOff();
        pc.bench().scenario().play("session id=1 user=piotr domain=IUT logon=1790000200 station=Console");
        pc.start();
        Await.until(
                "piotr in the first one's journal", Site.LIMIT, () -> journal().contains("piotr"));

        pc.bench().rename("a201b8");
        pc.bench().scenario().play();
        registry(ENROLMENT, "enrol.secret", "REG_SZ", Site.SECRET);
        settings(site.server.port());
        pc.start();
        awaitOnBoard("a201b8");
        pc.awaitLog("is a copy (it belongs to a201b7@");
        assertEquals(List.of(), rows().stream().map(SessionRow::user).toList(), "piotr was the other one's");
        assertFalse(journal().contains("piotr"));
        assertTrue(Files.exists(pc.folder().resolve("password-1")), "a password of its own");
        try (Stream<Path> all = Files.list(pc.folder())) {
            assertTrue(all.anyMatch(file -> file.getFileName().toString().startsWith("set-aside-")));
        }
    }

    @Test
    void aClientCertificateAmongTheSettingsSignsInAndNothingEnrols() {
        try (XmppServer server = ServerKind.EJABBERD.start(Variant.CLIENT_CERTIFICATES)) {
            String machine = Names.machine();
            server.createAccount(machine, "unused");
            Path certificate = server.ca().forAccount(machine + "@" + server.domain());
            pc.settings(
                    "[xmpp]",
                    "domain = '" + server.domain() + "'",
                    "host = '127.0.0.1'",
                    "port = " + server.port(),
                    "user = '" + machine + "'",
                    "ca-file = '" + WineBench.windowsPath(server.ca().caFile()) + "'",
                    "client-certificate = '" + WineBench.windowsPath(certificate) + "'",
                    "client-certificate-password = '" + TestCa.PKCS12_PASSWORD + "'",
                    "[enrol]",
                    "user = 'enrol'");
            pc.start();
            pc.awaitLog("Signed in as " + machine + "@" + server.domain() + "/agent by EXTERNAL");
            assertFalse(pc.log().contains("Enrolment:"));
        }
    }

    private void settings(int port) {
        pc.settings(
                "[xmpp]",
                "domain = '" + site.server.domain() + "'",
                "host = '127.0.0.1'",
                "port = " + port,
                "ca-file = '" + WineBench.windowsPath(site.server.ca().caFile()) + "'",
                "[central]",
                "jid = 'windows@" + site.server.domain() + "'",
                "[enrol]",
                "user = 'enrol'",
                "[agent]",
                "poll-every = '500ms'");
    }

    private void registry(String key, String value, String type, String data) {
        pc.bench().wine("reg", "add", key, "/v", value, "/t", type, "/d", data, "/f");
    }

    private void awaitOnBoard(String account) {
        Await.until(
                account + " on the board; its log: " + pc.log(),
                Site.LIMIT,
                () -> site.onBoard(account).isPresent());
    }

    private String journal() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(pc.folder().resolve("journal"))) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private List<SessionRow> rows() {
        return site.central.stores().history().find(HistoryQuery.latest(10));
    }
}
