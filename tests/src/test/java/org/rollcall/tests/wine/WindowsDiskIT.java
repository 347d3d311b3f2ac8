package org.rollcall.tests.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.SmallDisk;
import org.rollcall.tests.fixture.XmppServer;

/** The service on a disk that is full, then one that cannot be written: what the event log says, and that it lives on. */
class WindowsDiskIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DATA_FOLDER_UNUSABLE = "id=c0000032";
    private static final String JOURNAL_UNWRITABLE = "id=c0000035";

    private final XmppServer server = ServerKind.PROSODY.shared();
    private final String machine = Names.machine();

    @Test
    void theServiceLivesOnWithoutADiskAndTellsWhatHappenedOnceItHasOne() {
        try (ServicePc pc = new ServicePc();
                // All of ProgramData: Wine shows the place where a disk is mounted as a link, which the agent would
                // refuse.
                SmallDisk disk = new SmallDisk(pc.folder().getParent());
                AgentAtCentral central = new AgentAtCentral(server, machine)) {
            pc.bench().recordAdvapi();
            pc.settings(settings(central.account()));
            disk.fill();
            pc.bench().scenario().play("session id=1 user=kevin domain=IUT logon=1790000000 station=Console");
            pc.start();
            awaitPresence(central, "kevin");
            assertEquals(List.of(), central.events());
            assertTrue(central.ask("get", "log").contains("cannot be written"));
            assertEquals(List.of(JOURNAL_UNWRITABLE), errors(pc), pc.bench().record()::toString);

            disk.makeRoom();
            Await.until("the events", SOON, () -> central.events().equals(List.of("start", "logon kevin")));
            pc.awaitLog("is written again");
            stop(pc, central, List.of("start", "logon kevin", "stop"));

            disk.forbidWriting();
            pc.start();
            awaitPresence(central, "kevin");
            pc.bench().scenario().play("session id=2 user=anna domain=IUT logon=1790000100 station=Console");
            awaitPresence(central, "anna");
            assertEquals(
                    List.of(JOURNAL_UNWRITABLE, DATA_FOLDER_UNUSABLE, JOURNAL_UNWRITABLE),
                    errors(pc),
                    pc.bench().record()::toString);

            disk.allowWriting();
            pc.awaitLog("is ready again");
            stop(pc, central, List.of("start", "logon kevin", "stop", "start", "logoff kevin", "logon anna", "stop"));
        }
    }

    private static void stop(ServicePc pc, AgentAtCentral central, List<String> events) {
        pc.order("stop");
        assertEquals(0, pc.exitCode());
        Await.until(
                events + ", not " + central.events(),
                SOON,
                () -> central.events().equals(events));
    }

    private static void awaitPresence(AgentAtCentral central, String user) {
        Await.until(user + " in the presence", SOON, () -> central.presence().contains("user=\"" + user + "\""));
    }

    /** The identifiers of the errors in the event log, in order. */
    private static List<String> errors(ServicePc pc) {
        return pc.bench().record().stream()
                .filter(line -> line.startsWith("ReportEvent type=1 "))
                .map(line -> line.replaceAll(".*(id=\\w+).*", "$1"))
                .toList();
    }

    private String[] settings(String account) {
        return new String[] {
            "[xmpp]",
            "domain = '" + server.domain() + "'",
            "host = '127.0.0.1'",
            "port = " + server.port(),
            "user = '" + machine + "'",
            "password = 'm'",
            "ca-file = '" + WineBench.windowsPath(server.ca().caFile()) + "'",
            "[central]",
            "jid = '" + account + "'",
            "role = 'admin'",
            "[agent]",
            "poll-every = '500ms'"
        };
    }
}
