package org.rollcall.central.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.enrol.AccountException.Kind;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;
import org.rollcall.xmpp.text.Sentence;

/** The two steps of XEP-0133's commands, as servers play them. */
class AdminCommandsTest {
    private static final BareJid B7 = JidCreate.bareFromOrThrowUnchecked("a201b7@iut.rdz");
    private static final String PASSWORD = "hidden";

    private final List<XmlNode> asked = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private Optional<Sentence> down = Optional.empty();
    private final AdminCommands accounts = new AdminCommands(
            (question, within) -> {
                asked.add(((NodeIq) question).node());
                Object answer = answers.remove();
                CompletableFuture<IQ> told = new CompletableFuture<>();
                if (answer instanceof XmlNode node) {
                    told.complete(NodeIq.set(null, node));
                } else {
                    told.completeExceptionally((Exception) answer);
                }
                return told;
            },
            () -> down);

    private static XmlNode answer(String status, String noteType, String note) {
        XmlNode command = new XmlNode("command", "http://jabber.org/protocol/commands")
                .with("status", status)
                .with("sessionid", "s1");
        if (note != null) {
            command.child("note").with("type", noteType).text(note);
        }
        return command;
    }

    private static Exception error(StanzaError.Condition condition) {
        return new XMPPErrorException(null, StanzaError.getBuilder(condition).build());
    }

    private Kind failsWith(Object second) {
        answers.add(answer("executing", null, null));
        answers.add(second);
        AccountException failure = assertThrows(AccountException.class, () -> accounts.add(B7, PASSWORD));
        assertFalse(failure.getMessage().contains(PASSWORD), failure.getMessage());
        return failure.kind();
    }

    @Test
    void aFormIsAskedForAndFilledIn() throws Exception {
        answers.add(answer("executing", null, null));
        answers.add(answer("completed", "info", "Account successfully created"));
        accounts.add(B7, PASSWORD);
        assertEquals("http://jabber.org/protocol/admin#add-user", asked.get(0).attribute("node"));
        assertEquals("s1", asked.get(1).attribute("sessionid"));
        String form = asked.get(1).toString();
        assertTrue(form.contains("<field var='accountjid'><value>a201b7@iut.rdz</value></field>"), form);
        assertTrue(form.contains("<field var='password-verify'><value>hidden</value></field>"), form);
        assertEquals(Optional.empty(), accounts.failure());
    }

    @Test
    void whatServersSayOfAnAccountThatExistsIsOneAndTheSame() {
        assertEquals(Kind.EXISTS, failsWith(answer("completed", "error", "Account already exists")));
        assertEquals(Kind.EXISTS, failsWith(error(StanzaError.Condition.conflict)));
        assertEquals(Kind.OTHER, failsWith(answer("completed", "error", "Failed to write data to disk")));
        assertEquals(Kind.OTHER, failsWith(answer("canceled", null, null)));
    }

    @Test
    void whoIsNoAdministratorIsToldSo() {
        answers.add(error(StanzaError.Condition.forbidden));
        AccountException failure = assertThrows(AccountException.class, () -> accounts.add(B7, PASSWORD));
        assertEquals(Kind.FORBIDDEN, failure.kind());
        assertTrue(accounts.failure().orElseThrow().toString().contains("enrol.admin-user"));
    }

    @Test
    void withoutALinkNothingIsAsked() {
        down = Optional.of(Sentence.plain("the password of enroller@iut.rdz is wrong"));
        AccountException failure = assertThrows(AccountException.class, () -> accounts.changePassword(B7, PASSWORD));
        assertEquals(Kind.UNREACHABLE, failure.kind());
        assertTrue(failure.getMessage().contains("is wrong"), failure.getMessage());
        assertEquals(List.of(), asked);
    }

    @Test
    void deletingWhatIsNotThereIsDone() throws Exception {
        answers.add(answer("executing", null, null));
        answers.add(answer("completed", "info", "The following accounts could not be deleted: a201b7@iut.rdz"));
        accounts.delete(B7);
        answers.add(answer("executing", null, null));
        answers.add(error(StanzaError.Condition.item_not_found));
        accounts.delete(B7);
        answers.add(answer("executing", null, null));
        answers.add(error(StanzaError.Condition.internal_server_error));
        assertThrows(AccountException.class, () -> accounts.delete(B7));
        assertEquals(6, asked.size());
    }
}
