package org.rollcall.central.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.central.access.Who;
import org.rollcall.central.directory.Directory;
import org.rollcall.central.directory.TestDirectory;
import org.rollcall.central.park.PeopleIndex;
import org.rollcall.central.park.Person;
import org.rollcall.central.web.SignInException;
import org.rollcall.central.web.SignInException.Reason;
import org.rollcall.central.web.Visitor;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.settings.XmppSettings;

/** The whole way to a directory and an XMPP server, both in this JVM. */
class SignInDeskTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path folder;

    private TestDirectory directory;
    private LoopbackServer xmpp;
    private SignInDesk desk;

    @BeforeEach
    void start() throws Exception {
        directory = new TestDirectory(folder);
        xmpp = LoopbackServer.builder()
                .domain("iut.rdz")
                .account("anne", "xmpp-secret")
                .start();
        PeopleIndex people = new PeopleIndex(List.of(new Person("anne", "Anne Martin", null, true)));
        XmppSettings settings = new XmppSettings(
                "iut.rdz",
                xmpp.host(),
                xmpp.port(),
                "windows",
                "central-secret"::toCharArray,
                "central",
                null,
                xmpp.certificateSha256(),
                null,
                null,
                false);
        desk = new SignInDesk(
                new PasswordDesk(
                        List.of(
                                new DirectoryWay(new Directory(directory.settings()), name -> false),
                                new XmppWay(
                                        settings,
                                        () -> people,
                                        account -> account.toString().equals("anne@iut.rdz")
                                                ? Set.of("teachers")
                                                : Set.of())),
                        () -> new SignInLimits(SignInLimits.Rules.DEFAULT, CLOCK),
                        System::nanoTime,
                        millis -> {}),
                new TrustedHeaders("X-Remote-User", null, () -> people),
                new Sessions(Sessions.Rules.DEFAULT, CLOCK));
    }

    @AfterEach
    void stop() {
        xmpp.close();
        directory.close();
    }

    @Test
    void aLoginSignsInByTheDirectoryWithItsGroups() throws SignInException {
        Visitor anne = desk.signIn("IUT\\Anne", "anne-secret", "10.0.0.1");

        assertEquals(new Who("anne", "Anne Martin", Set.of("Teachers")), anne.who());
        assertTrue(anne.canSignOut());
        assertEquals(Optional.of(anne.who()), desk.find(anne.token()).map(Visitor::who));
        assertEquals(anne.csrf(), desk.find(anne.token()).orElseThrow().csrf());

        desk.close(anne.token());
        assertFalse(desk.isSignedIn(anne.token()));
    }

    @Test
    void aJidSignsInByTheXmppServerWithTheGroupsThatAreToldOfIt() throws SignInException {
        Visitor anne = desk.signIn("Anne@IUT.rdz", "xmpp-secret", "10.0.0.1");

        assertEquals(new Who("anne@iut.rdz", "Anne Martin", Set.of("teachers")), anne.who());
    }

    @Test
    void whoIsRefusedIsRefusedAlike() {
        assertEquals(Reason.WRONG_PASSWORD, refused("anne", "xmpp-secret"));
        assertEquals(Reason.WRONG_PASSWORD, refused("nobody", "x"));
        assertEquals(Reason.WRONG_PASSWORD, refused("anne@iut.rdz", "anne-secret"));
        assertEquals(Reason.WRONG_PASSWORD, refused("nobody@iut.rdz", "x"));
        assertEquals(Reason.WRONG_PASSWORD, refused("anne@elsewhere.org", "xmpp-secret"));
        assertEquals(Reason.WRONG_PASSWORD, refused("anne@iut.rdz/phone", "xmpp-secret"));
        assertEquals(Reason.WRONG_PASSWORD, refused("@iut.rdz", "x"));
    }

    @Test
    void ofAThousandWrongPasswordsFiveReachTheDirectory() {
        for (int i = 0; i < 1000; i++) {
            refused("anne", "wrong" + i);
        }

        assertEquals(5, directory.binds.size());
        assertEquals(Reason.TOO_MANY_TRIES, refused("anne", "anne-secret"));
    }

    @Test
    void aServerThatIsAwayIsNoWrongPassword() throws Exception {
        xmpp.goDown();
        directory.close();

        assertEquals(Reason.UNAVAILABLE, refused("anne@iut.rdz", "xmpp-secret"));
        assertEquals(Reason.UNAVAILABLE, refused("anne", "anne-secret"));
    }

    @Test
    void whomAProxyNamesCannotSignOutHere() {
        Who who = desk.trusted(Map.of("X-Remote-User", "anne")::get).orElseThrow();
        Visitor anne = desk.open(who);

        assertEquals("Anne Martin", anne.who().name());
        assertFalse(anne.canSignOut());
        assertNull(anne.ends());
        assertEquals(anne, desk.find(anne.token()).orElseThrow());
    }

    private Reason refused(String name, String password) {
        return assertThrows(SignInException.class, () -> desk.signIn(name, password, "10.0.0.1"))
                .reason();
    }
}
