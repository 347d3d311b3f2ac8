package org.rollcall.tests.enrol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.rollcall.agent.enrol.EnrolmentState;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;

/** The real agent in a process of its own, on a PC whose name, hardware and sessions are played from a file. */
public final class RealPc implements AutoCloseable {
    private final Path file = TemporaryFolders.create("pc").resolve("host.json");
    private final AgentSetup setup;
    private final String account;
    private final String hardware;
    private String user;
    private JavaProcess agent;

    private RealPc(AgentSetup setup, String account, String hardware) throws IOException {
        this.setup = setup.central(XmppServer.CENTRAL).agent("poll-every = \"500ms\"");
        this.account = account;
        this.hardware = hardware;
        write();
        agent = setup.scripted(file).start();
    }

    static RealPc withAccount(Site site, String account) throws IOException {
        return new RealPc(new AgentSetup(site.server, account), account, account);
    }

    /** It has nothing but the secret. */
    public static RealPc enrolling(Site site, String account, String hardware) throws IOException {
        return new RealPc(AgentSetup.enrolling(site.server, account, site.secret), account, hardware);
    }

    /** It has nothing but an invitation. */
    static RealPc invited(Site site, String account, Path invitations) throws IOException {
        return new RealPc(AgentSetup.invited(site.server, account, invitations), account, account);
    }

    /** How far it says its enrolment has come; empty: it is enrolled. */
    String enrolment() {
        return EnrolmentState.read(setup.dataFolder().resolve("enrolment")).orElse("");
    }

    String bareJid() {
        return setup.bareJid();
    }

    String jid() {
        return setup.jid();
    }

    void somebody(String login) throws IOException {
        user = login;
        write();
    }

    /** The power goes. */
    void kill() {
        agent.kill();
    }

    /** The names of the files with its passwords. */
    public List<String> passwords() {
        String[] names = setup.dataFolder().toFile().list((folder, name) -> name.startsWith("password-"));
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }

    void restart() {
        agent.close();
        agent = setup.scripted(file).start();
    }

    private void write() throws IOException {
        String session =
                user == null ? "" : "{\"id\": 1, \"user\": \"" + user + "\", \"since\": \"" + Instant.now() + "\"}";
        Path next = Files.writeString(
                file.resolveSibling("next.json"),
                "{\"name\": \"" + account.toUpperCase(Locale.ROOT) + "\", \"uuid\": \"uuid-" + hardware
                        + "\", \"serial\": \"serial-" + hardware + "\", \"sessions\": [" + session
                        + "], \"processes\": []}");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        agent.close();
    }
}
