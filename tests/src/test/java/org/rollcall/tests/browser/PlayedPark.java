package org.rollcall.tests.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.central.service.CentralService;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.FreePorts;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;
import org.rollcall.xmpp.settings.XmppSettings;

/**
 * The whole thing in one process: the loopback server, real agents on played PCs in rooms A201 and B105, the real
 * central with its web board. {@code admin} may everything, {@code teacher} look at A201, {@code stranger} nothing;
 * the password is {@code pw}.
 */
final class PlayedPark implements AutoCloseable {
    static final String PASSWORD = "pw";
    private static final String DOMAIN = "iut.rdz";
    private static final String CENTRAL = "windows";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> PEOPLE = List.of("admin", "teacher", "stranger");

    private final Path folder = TemporaryFolders.create("board");
    private final int webPort = FreePorts.next();
    private final Map<String, PlayedPc> pcs = new LinkedHashMap<>();
    private final List<Runnable> running = new ArrayList<>();
    private final LoopbackServer server;
    private CentralService central;

    PlayedPark() throws IOException {
        for (String room : List.of("A201", "B105")) {
            for (int seat = 1; seat <= 6; seat++) {
                String name = room + (seat <= 3 ? "A" : "B") + ((seat - 1) % 3 + 1);
                pcs.put(
                        name,
                        new PlayedPc(name, name.equals("A201A3") ? "<script>alert(1)</script>.exe" : "firefox.exe"));
            }
        }
        LoopbackServer.Builder builder = LoopbackServer.builder()
                .domain(DOMAIN)
                .account(CENTRAL, PASSWORD)
                .everybodySharedWith(CENTRAL);
        PEOPLE.forEach(person -> builder.account(person, PASSWORD));
        pcs.keySet().forEach(name -> builder.account(name.toLowerCase(Locale.ROOT), PASSWORD));
        server = builder.start();
    }

    /** Central alone: the PCs are off. */
    void startCentral() throws IOException {
        central = new CentralService(settings());
        central.start();
    }

    void stopCentral() {
        central.close();
    }

    void switchOn(String name) throws Exception {
        AgentService agent = new AgentService(agentSettings(name), pcs.get(name), AgentLog.start(null));
        running.add(agent::close);
        agent.start();
    }

    void switchAllOn() throws Exception {
        for (String name : pcs.keySet()) {
            switchOn(name);
        }
        Await.until(
                "all machines on the board",
                LIMIT,
                () -> central.board().machines().stream()
                        .allMatch(machine -> machine.condition().isOn()));
    }

    /** Somebody comes, and central knows it. */
    void logon(String name, String login, String fullName) {
        pcs.get(name).logon(login, fullName);
        Await.until(
                login + " on " + name,
                LIMIT,
                () -> central.board().machine(name).orElseThrow().active() != null);
    }

    /** All PCs are free, and central knows it. */
    void everybodyLeaves() {
        pcs.values().forEach(PlayedPc::logoff);
        Await.until(
                "nobody on the board",
                LIMIT,
                () -> central.board().machines().stream()
                        .allMatch(machine -> machine.sessions().isEmpty()));
    }

    PlayedPc pc(String name) {
        return pcs.get(name);
    }

    String address() {
        return "http://127.0.0.1:" + webPort;
    }

    private CentralSettings settings() throws IOException {
        StringBuilder rooms = new StringBuilder("machine,room,seat,row,column,label\n");
        pcs.keySet().forEach(name -> {
            int row = name.charAt(4) - 'A' + 1;
            rooms.append("%s,%s,%s,%d,%c,\n"
                    .formatted(
                            name.toLowerCase(Locale.ROOT),
                            name.substring(0, 4),
                            name.substring(4),
                            row,
                            name.charAt(5)));
        });
        Files.writeString(folder.resolve("rooms.csv"), rooms);
        Files.writeString(folder.resolve("people.csv"), """
                login,fullname,group,staff
                kevin.marchais,Kévin Marchais,LP D2i,no
                frederic.barros,Frédéric Barros,Enseignants,yes
                """);
        Path file = Files.writeString(folder.resolve("central.toml"), """
                [xmpp]
                domain = "%s"
                host = "%s"
                port = %d
                password = "%s"
                certificate-sha256 = "%s"
                [web]
                listen = "127.0.0.1:%d"
                [park]
                rooms-file = "rooms.csv"
                people-file = "people.csv"
                [access]
                admins = ["admin@%s"]
                [access.rooms.A201]
                viewers = ["teacher@%s"]
                """.formatted(
                DOMAIN, server.host(), server.port(), PASSWORD, server.certificateSha256(), webPort, DOMAIN, DOMAIN));
        Problems problems = new Problems(Locale.ENGLISH);
        CentralSettings settings = new CentralSettingsReader(folder).read(List.of(new TomlSource(file)), problems);
        if (problems.fatal()) {
            throw new IllegalStateException(problems.all().toString());
        }
        return settings;
    }

    private AgentSettings agentSettings(String name) {
        BareJid jid = JidCreate.bareFromOrThrowUnchecked(CENTRAL + "@" + DOMAIN);
        String user = name.toLowerCase(Locale.ROOT);
        XmppSettings xmpp = new XmppSettings(
                DOMAIN,
                server.host(),
                server.port(),
                user,
                PASSWORD::toCharArray,
                "agent",
                null,
                server.certificateSha256(),
                null,
                null,
                false);
        Access access = new Access(Map.of(jid, Role.ADMIN), Map.of(), null, jid);
        return new AgentSettings(
                xmpp,
                jid,
                access,
                folder.resolve("agent-" + user),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Map.of(),
                List.of());
    }

    @Override
    public void close() {
        running.forEach(Runnable::run);
        if (central != null) {
            central.close();
        }
        server.close();
    }
}
