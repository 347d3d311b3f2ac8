package org.rollcall.tests.enrol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.service.CentralService;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.Variant;
import org.rollcall.tests.fixture.XmppServer;

/** A server, central with its enrolment desk, and an administrator who decides from an XMPP client. */
public final class Site implements AutoCloseable {
    public static final Duration LIMIT = Duration.ofSeconds(60);
    public static final String SECRET = "the-secret-of-the-share";

    private static final String ADMIN = "admin";

    public final XmppServer server;
    public final CentralService central;
    final Path secret;
    private final Slixmpp admin;

    public Site(ServerKind kind, String rooms) {
        this(kind.start(Variant.ENROLMENT), rooms);
    }

    Site(XmppServer server, String rooms) {
        this.server = server;
        server.createAccounts(Map.of("enrol", SECRET, "enroller", "only-centrals", ADMIN, "pw"));
        secret = file("secret", SECRET);
        central = CentralSetup.on(server)
                .rooms(rooms)
                .with("[enrol]\naccount = \"enrol@" + server.domain()
                        + "\"\nadmin-user = \"enroller\"\nadmin-password-file = '" + file("enroller", "only-centrals")
                        + "'")
                .with("[access]\nadmins = [\"" + ADMIN + "@" + server.domain() + "\"]")
                .start();
        Await.until("central's link", LIMIT, central::isUp);
        admin = Slixmpp.signIn(server, ADMIN, "desk", "pw");
        Await.until("the administrator's link", LIMIT, () -> !asks("enrolment").contains("cannot be managed"));
    }

    static Path file(String name, String content) {
        try {
            Path file = Files.writeString(TemporaryFolders.create("enrol").resolve(name), content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String centralJid() {
        return XmppServer.CENTRAL + "@" + server.domain() + "/central";
    }

    /** A question of the administrator's: the answer's XML. */
    public String asks(String command, String... arguments) {
        return command("get", command, arguments);
    }

    /** An order of the administrator's: the answer's XML. */
    public String orders(String command, String... arguments) {
        return command("set", command, arguments);
    }

    private String command(String type, String command, String... arguments) {
        StringBuilder ask = new StringBuilder("<ask xmlns='urn:rollcall:1' xml:lang='en' command='" + command + "'>");
        for (int i = 0; i < arguments.length; i += 2) {
            ask.append("<arg name='")
                    .append(arguments[i])
                    .append("'>")
                    .append(arguments[i + 1])
                    .append("</arg>");
        }
        return admin.call("iq", "to", centralJid(), "type", type, "payload", ask + "</ask>")
                .getAsString();
    }

    public boolean isKnown(String account) {
        return central.stores().machines().all().stream()
                .anyMatch(machine -> machine.jid().toString().equals(account + "@" + server.domain())
                        && central.stores().machines().isKnown(machine.jid()));
    }

    public Optional<MachineNow> onBoard(String account) {
        return central.board()
                .machine(account)
                .filter(machine -> machine.condition().isOn());
    }

    @Override
    public void close() {
        admin.close();
        central.close();
        server.close();
    }
}
