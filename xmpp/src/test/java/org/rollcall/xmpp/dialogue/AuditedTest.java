package org.rollcall.xmpp.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.command.Access;

class AuditedTest {
    @Test
    void whateverAStrangerAsksIsWrittenDown() throws Exception {
        try (TestMachine machine = new TestMachine()) {
            for (String question : List.of(
                    "<query xmlns='jabber:iq:version'/>",
                    "<query xmlns='u:unknown'/>",
                    "<ask xmlns='urn:rollcall:1'/>",
                    "<ask xmlns='urn:rollcall:1' command='processes'/>",
                    "<ask xmlns='urn:rollcall:1' command='processes' after='x.1'/>")) {
                machine.receive("<iq type='get' id='1' from='mallory@evil.example/x'>" + question + "</iq>");
            }
            machine.receive("<iq type='set' id='1' from='mallory@evil.example/x'>"
                    + "<command xmlns='http://jabber.org/protocol/commands' node='urn:rollcall:1#kill'/></iq>");
            machine.receive("<message from='mallory@evil.example/x'><body>kill pid=4</body></message>");
            assertEquals(
                    List.of(
                            "iq query jabber:iq:version",
                            "iq query u:unknown",
                            "iq ask urn:rollcall:1",
                            "ask processes",
                            "ask processes",
                            "ad-hoc kill",
                            "chat kill"),
                    machine.audited.stream()
                            .map(entry -> entry.channel() + " " + entry.command())
                            .toList());
            machine.audited.forEach(entry -> assertEquals("forbidden", entry.outcome()));
        }
    }

    @Test
    void aRoleThatIsTakenAwayEndsAConversationAtItsNextStep() throws Exception {
        try (TestMachine machine = new TestMachine()) {
            machine.receive("<iq type='set' id='1' from='admin@iut.rdz/gajim'>"
                    + "<command xmlns='http://jabber.org/protocol/commands' node='urn:rollcall:1#kill'/></iq>");
            String form = machine.sent().poll(5, TimeUnit.SECONDS).toXML().toString();
            String session = form.replaceAll("(?s).*sessionid='([^']*)'.*", "$1");
            machine.receive("<message from='admin@iut.rdz/gajim'><body>kill pid=444</body></message>");
            machine.sent().poll(5, TimeUnit.SECONDS);

            machine.access = new Access(Map.of(), Map.of(), null, JidCreate.bareFrom("windows@iut.rdz"));
            machine.receive("<iq type='set' id='2' from='admin@iut.rdz/gajim'>"
                    + "<command xmlns='http://jabber.org/protocol/commands' node='urn:rollcall:1#kill' action='complete'"
                    + " sessionid='" + session + "'><x xmlns='jabber:x:data' type='submit'>"
                    + "<field var='pid'><value>444</value></field></x></command></iq>");
            assertEquals(
                    "forbidden",
                    machine.sent()
                            .poll(5, TimeUnit.SECONDS)
                            .getError()
                            .getCondition()
                            .toString());
            machine.receive("<message from='admin@iut.rdz/gajim'><body>yes</body></message>");
            machine.sent().poll(5, TimeUnit.SECONDS);
            assertEquals(List.of(), machine.killed);
        }
    }
}
