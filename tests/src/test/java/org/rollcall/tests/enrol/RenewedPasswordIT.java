package org.rollcall.tests.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.XmppServer;

/** A machine's password is renewed step by step, and at each step the power goes. */
@OnEachServer
class RenewedPasswordIT extends WithSite {
    private static final Pattern PASSWORD = Pattern.compile(">([A-Za-z0-9_-]{24,})</");

    RenewedPasswordIT(ServerKind kind) {
        super(kind, "");
    }

    @Test
    void atEachStepThePowerMayGo() throws Exception {
        site.orders("open-enrolment", "room", "A201", "for", "1h");
        try (RealPc pc = RealPc.enrolling(site, "a201b7", "one")) {
            Await.until("enrolled", Site.LIMIT, () -> site.onBoard("a201b7").isPresent());
            assertEquals(List.of("password-1"), pc.passwords());
            site.central.close();
            site.server.setPassword(XmppServer.CENTRAL, "played");
            try (Slixmpp central = Slixmpp.signIn(site.server, XmppServer.CENTRAL, "central", "played")
                    .available()) {
                String next = renewed(central, pc);
                pc.kill();
                assertEquals(List.of("password-1", "password-2.new"), pc.passwords());

                pc.restart();
                awaitAnswer(central, pc);
                assertEquals(List.of("password-1", "password-2.new"), pc.passwords(), "the old one is in force");
                assertEquals(next, renewed(central, pc), "whoever asks again gets the same");
                pc.kill();

                site.server.setPassword("a201b7", next);
                pc.restart();
                awaitAnswer(central, pc);
                pc.kill();
                assertEquals(List.of("password-2"), pc.passwords(), "the new one is in force");

                pc.restart();
                awaitAnswer(central, pc);
                site.server.setPassword("a201b7", renewed(central, pc));
                Await.until(
                        "it looks by itself which one is in force",
                        Site.LIMIT,
                        () -> pc.passwords().equals(List.of("password-3")));
            }
        }
    }

    private static String renewed(Slixmpp central, RealPc pc) {
        String answer = central.call(
                        "iq", "to", pc.jid(), "type", "set", "payload", "<new-password xmlns='urn:rollcall:1'/>")
                .getAsString();
        Matcher matcher = PASSWORD.matcher(answer);
        if (!matcher.find()) {
            throw new AssertionError("no password in an answer of " + answer.length() + " characters");
        }
        return matcher.group(1);
    }

    private static void awaitAnswer(Slixmpp central, RealPc pc) {
        Await.until("an answer of " + pc.jid(), Site.LIMIT, () -> {
            try {
                central.call(
                        "iq", "to", pc.jid(), "type", "get", "payload", "<ask xmlns='urn:rollcall:1' command='help'/>");
                return true;
            } catch (Slixmpp.Refused notThere) {
                return false;
            }
        });
    }
}
