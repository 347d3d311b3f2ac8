package org.rollcall.tests.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Tool;
import org.rollcall.tests.fixture.Variant;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.Registration;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

/** PCs that register themselves at a Prosody by its invitations, from the administrator's commands to the board. */
class InvitationIT {
    private Site site;

    @BeforeEach
    void start() {
        site = new Site(ServerKind.PROSODY.start(Variant.ENROLMENT, Variant.INVITATIONS), "A201B7,A201\n");
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void fromOneInvitationForAllPcsToTheBoardAndBackAfterAReinstallation() throws Exception {
        Path invitations = Site.file("invitations", forAll(3600));
        try (RealPc named = RealPc.invited(site, "a201b7", invitations);
                RealPc unknown = RealPc.invited(site, "a201c1", invitations)) {
            onBoard("a201b7");
            Await.until(
                    "it says no more of it", Site.LIMIT, () -> named.enrolment().isEmpty());
            assertEquals(List.of("password-1"), named.passwords());
            Await.until(
                    "a machine that the rooms file does not name waits",
                    Site.LIMIT,
                    () -> site.asks("waiting").contains("a201c1"));
            site.orders("approve", "machine", "a201c1");
            onBoard("a201c1");
            assertEquals(List.of("password-1"), unknown.passwords());
            named.restart();
            onBoard("a201b7");
        }
        Await.until("off", Site.LIMIT, () -> site.onBoard("a201b7").isEmpty());
        try (RealPc again = RealPc.invited(site, "a201b7", invitations)) {
            Await.until(
                    "it is told",
                    Site.LIMIT,
                    () -> !again.passwords().isEmpty()
                            && again.enrolment().startsWith("the account a201b7@iut.rdz exists already"));
            assertTrue(again.enrolment().contains("generate iut.rdz --reset a201b7"), again.enrolment());
            Files.writeString(
                    invitations,
                    prosodyctl("mod_invites", "generate", "iut.rdz", "--reset", "a201b7"),
                    StandardOpenOption.APPEND);
            again.restart();
            onBoard("a201b7");
        }
    }

    @Test
    void anInvitationThatIsWrongUsedUpOrExpiredGetsOneClearLine() throws Exception {
        String once = prosodyctl("mod_invites", "generate", "iut.rdz");
        try (RealPc first = RealPc.invited(site, "a201b7", Site.file("once", once))) {
            onBoard("a201b7");
            assertEquals(List.of("password-1"), first.passwords());
        }
        try (RealPc pc = RealPc.invited(site, "a201c1", Site.file("used", once))) {
            Await.until(
                    "a line about it",
                    Site.LIMIT,
                    () -> pc.enrolment()
                            .equals("iut.rdz does not accept the invitation for a201c1@iut.rdz, which is unknown, used"
                                    + " up or expired (The invite token is invalid or expired): prosodyctl mod_invites"
                                    + " generate iut.rdz, and put the new one into the file"));
        }
        for (String bad : List.of(forAll(-1), "xmpp:iut.rdz?register;preauth=wrong")) {
            Registration.Outcome outcome =
                    Registration.register(settings(), bad.strip().replaceAll(".*preauth=", ""), List::of, Site.LIMIT);
            assertEquals(Registration.Result.INVITATION_REFUSED, outcome.result(), bad);
        }
    }

    private LinkSettings settings() {
        Path toml = AgentSetup.invited(site.server, "a201c2", Path.of("none")).write();
        Problems problems = new Problems(Locale.ENGLISH);
        return new AgentSettingsReader("A201C2", Map.of())
                .read(List.of(new TomlSource(toml)), problems)
                .xmpp()
                .withPassword("long enough"::toCharArray)
                .toLink(-1);
    }

    private void onBoard(String account) {
        Await.until(
                account + " on the board",
                Site.LIMIT,
                () -> site.onBoard(account).isPresent());
    }

    /** As config-templates/prosody/prosody.cfg.lua says it. */
    private String forAll(int seconds) {
        return prosodyctl(
                "shell",
                "> require \"core.modulemanager\".get_module(\"iut.rdz\", \"invites\").create_group({}, nil, " + seconds
                        + ").uri");
    }

    /** The address among what it prints. */
    private String prosodyctl(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = site.server.commands().resolve("prosodyctl").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        String printed = Tool.run(site.server.commands(), command);
        int at = printed.indexOf("xmpp:");
        assertTrue(at >= 0, printed);
        return printed.substring(at).strip() + "\n";
    }
}
