package org.rollcall.tests.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.check.CheckConfig;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.XmppServer;

/** What is written to the registry of a Windows PC changes the service that runs there. Nothing here waits for a poll. */
class PolicyIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String INSTALLED = "SOFTWARE\\Rollcall";
    private static final String POLICIES = "SOFTWARE\\Policies\\Rollcall";
    private static final String KEVIN = "session id=1 user=kevin.marchais domain=IUT logon=1790000000 station=Console";

    private final XmppServer server = ServerKind.PROSODY.shared();
    private final String machine = Names.machine();
    private final ServicePc pc = new ServicePc();
    private final AgentAtCentral central = new AgentAtCentral(server, machine);

    @BeforeEach
    void install() {
        pc.bench().scenario().play(KEVIN);
        set(INSTALLED, "xmpp.domain", "REG_SZ", server.domain());
        set(INSTALLED, "xmpp.host", "REG_SZ", "127.0.0.1");
        set(INSTALLED, "xmpp.port", "REG_DWORD", "" + server.port());
        set(INSTALLED, "xmpp.user", "REG_SZ", machine);
        set(
                INSTALLED,
                "xmpp.ca-file",
                "REG_SZ",
                WineBench.windowsPath(server.ca().caFile()));
        set(INSTALLED, "central.jid", "REG_SZ", central.account());
        set(INSTALLED, "central.role", "REG_SZ", "admin");
        set(INSTALLED + "\\Enrolment", "xmpp.password", "REG_SZ", "m");
        set(POLICIES, "agent.poll-every", "REG_SZ", "500ms");
        set(POLICIES, "access.viewers", "REG_MULTI_SZ", "a@iut.rdz\\0b@iut.rdz");
    }

    @AfterEach
    void end() {
        pc.close();
        central.close();
    }

    @Test
    void policyChangesARunningAgentAndNoEventIsLost() {
        pc.start();
        List<String> expected = List.of("start", "logon kevin.marchais");
        Await.until("the logon, see service.log", SOON, () -> central.events().equals(expected));
        String settings = settings();
        assertTrue(settings.contains("central.role\tadmin\tHKLM\\SOFTWARE\\Rollcall\n"), settings);
        assertTrue(settings.contains("access.viewers\ta@iut.rdz, b@iut.rdz\tHKLM\\SOFTWARE\\Policies\\Rollcall\n"));

        // Taken over by the agent that runs.
        set(POLICIES, "central.role", "REG_SZ", "viewer");
        Await.until("the lesser role", SOON, () -> settings().contains("forbidden"));
        set(POLICIES, "central.role", "REG_SZ", "emperor");
        set(POLICIES, "agent.idle-after", "REG_SZ", "7m");
        pc.bench().wine("reg", "delete", "HKLM\\" + POLICIES, "/v", "access.viewers", "/f");
        set(INSTALLED, "access.admins", "REG_SZ", central.account());
        Await.until("the role by another setting", SOON, () -> settings().contains("agent.idle-after\t7m"));
        String later = settings();
        assertTrue(later.contains("central.role\tviewer\tHKLM\\SOFTWARE\\Policies\\Rollcall (last good value)"), later);
        assertTrue(later.contains("access.viewers\t\\-\tdefault"), later);
        assertEquals(expected, central.events(), "all that without a restart");
        pc.awaitLog("central.role must be \"viewer\", \"operator\" or \"admin\"");

        // What needs the link anew: another agent in the same process, with the same session.
        set(POLICIES, "xmpp.allow-plain", "REG_DWORD", "1");
        List<String> restarted = List.of("start", "logon kevin.marchais", "stop", "start");
        Await.until("the next agent", SOON, () -> central.events().equals(restarted));
        pc.bench().scenario().play(KEVIN + " lock=0");
        Await.until("the lock", SOON, () -> central.events().contains("lock kevin.marchais"));
        assertEquals(List.of(1, 2, 3, 1, 2), central.numbers(), "each agent has a journal of its own");
        assertTrue(settings().contains("xmpp.allow-plain\ttrue\tHKLM\\SOFTWARE\\Policies\\Rollcall"));
        pc.order("stop");
        assertEquals(0, pc.exitCode());
    }

    @Test
    void checkConfigOnThePcTellsEachValueItsSourceAndWhetherItWorks() throws Exception {
        set(POLICIES, "agent.teleport", "REG_SZ", "on");

        String said = check();

        assertTrue(said.contains("\nagent.poll-every ") && said.contains("500ms"), said);
        assertTrue(said.matches("(?s).*xmpp\\.password +\\*{8} +HKLM\\\\SOFTWARE\\\\Rollcall\\\\Enrolment\\R.*"), said);
        assertTrue(said.contains("HKLM\\SOFTWARE\\Policies\\Rollcall: agent.teleport is not a setting"), said);
        assertTrue(said.contains("ok       The XMPP server is reached, its certificate is accepted, and"), said);
        assertTrue(said.contains("ok       The clock agrees with the server's."), said);
        assertTrue(said.contains("exit code 0"), said);

        set(POLICIES, "xmpp.port", "REG_DWORD", "9");
        String dead = check();
        assertTrue(dead.contains("ERROR    The server is not running, or not on this port: "), dead);
        assertTrue(dead.contains("exit code 1"), dead);
    }

    private String check() throws Exception {
        Process process = pc.bench().java("check-config.log", CheckConfig.class.getName(), "check-config");
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        return said.replace("\r", "") + "exit code " + process.waitFor();
    }

    /** As an administrator would, or policy. */
    private void set(String key, String name, String type, String data) {
        pc.bench().wine("reg", "add", "HKLM\\" + key, "/v", name, "/t", type, "/d", data, "/f");
    }

    /** What central is told, or why not. */
    private String settings() {
        try {
            // The answer's table doubles them.
            return central.ask("get", "settings").replace("\\\\", "\\");
        } catch (Slixmpp.Refused e) {
            return e.getMessage();
        }
    }
}
