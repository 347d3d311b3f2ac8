package org.rollcall.central.enrol;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.enrol.AccountException.Kind;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;
import org.rollcall.xmpp.text.Sentence;

/**
 * Manages accounts as an administrator of the domain does: each is a command of two steps, with a form in between.
 *
 * @see <a href="https://xmpp.org/extensions/xep-0133.html">XEP-0133: Service Administration</a>
 */
final class AdminCommands implements Accounts {
    private static final String COMMANDS = "http://jabber.org/protocol/commands";
    private static final String FORM = "jabber:x:data";
    private static final String ADMIN = "http://jabber.org/protocol/admin";
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Requests wire;
    private final Supplier<Optional<Sentence>> down;
    private volatile Sentence refused;

    /** @param down why there is no link now, one sentence; empty when there is */
    AdminCommands(Requests wire, Supplier<Optional<Sentence>> down) {
        this.wire = wire;
        this.down = down;
    }

    @Override
    public void add(BareJid account, String password) throws AccountException, InterruptedException {
        run(
                account,
                "add-user",
                Map.of("accountjid", account.toString(), "password", password, "password-verify", password));
    }

    @Override
    public void changePassword(BareJid account, String password) throws AccountException, InterruptedException {
        run(account, "change-user-password", Map.of("accountjid", account.toString(), "password", password));
    }

    @Override
    public void delete(BareJid account) throws AccountException, InterruptedException {
        try {
            run(account, "delete-user", Map.of("accountjids", account.toString()));
        } catch (AccountException e) {
            if (e.kind() != Kind.MISSING) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Sentence> failure() {
        return down.get().or(() -> Optional.ofNullable(refused));
    }

    @Override
    public Optional<Sentence> down() {
        return down.get();
    }

    private void run(BareJid account, String command, Map<String, String> values)
            throws AccountException, InterruptedException {
        String what = command + " " + account;
        XmlNode form = ask(account, what, command(command).with("action", "execute"));
        if (!"executing".equals(form.attribute("status"))) {
            throw new AccountException(Kind.OTHER, what + ": the server offers no form: " + note(form));
        }
        XmlNode answer = ask(
                account,
                what,
                command(command)
                        .with("sessionid", form.attribute("sessionid"))
                        .with("action", "complete")
                        .add(filled(values)));
        judge(what, answer);
        refused = null;
    }

    private static XmlNode command(String name) {
        return new XmlNode("command", COMMANDS).with("node", ADMIN + "#" + name);
    }

    private static XmlNode filled(Map<String, String> values) {
        XmlNode form = new XmlNode("x", FORM).with("type", "submit");
        form.child("field").with("var", "FORM_TYPE").child("value").text(ADMIN);
        values.forEach((name, value) ->
                form.child("field").with("var", name).child("value").text(value));
        return form;
    }

    private XmlNode ask(BareJid account, String what, XmlNode command) throws AccountException, InterruptedException {
        Optional<Sentence> why = down.get();
        if (why.isPresent()) {
            throw new AccountException(Kind.UNREACHABLE, what + ": " + why.get());
        }
        try {
            IQ answer = wire.ask(NodeIq.set(account.asDomainBareJid(), command), WITHIN)
                    .toCompletableFuture()
                    .get(WITHIN.toMillis() + 1_000, TimeUnit.MILLISECONDS);
            if (answer instanceof NodeIq iq) {
                return iq.node();
            }
            throw new AccountException(Kind.OTHER, what + ": the server answered no command (XEP-0050)");
        } catch (ExecutionException e) {
            throw failed(what, e.getCause());
        } catch (TimeoutException e) {
            throw failed(what, e);
        }
    }

    private AccountException failed(String what, Throwable cause) {
        if (cause instanceof XMPPErrorException error) {
            StanzaError said = error.getStanzaError();
            Kind kind = switch (said.getCondition()) {
                case conflict -> Kind.EXISTS;
                case item_not_found -> Kind.MISSING;
                case forbidden, not_allowed, not_authorized -> Kind.FORBIDDEN;
                default -> Kind.OTHER;
            };
            String sentence = what + ": the server says " + said.getCondition()
                    + (said.getDescriptiveText() == null ? "" : ", " + said.getDescriptiveText());
            if (kind == Kind.FORBIDDEN) {
                refused = Sentence.of(AdminCommands.class, "no-administrator", sentence);
                return new AccountException(kind, refused.toString());
            }
            return new AccountException(kind, sentence);
        }
        return cause instanceof SmackException || cause instanceof TimeoutException
                ? new AccountException(Kind.UNREACHABLE, what + ": no answer from the server")
                : new AccountException(Kind.OTHER, what + ": " + cause);
    }

    /**
     * Prosody ends a command that failed as completed, with a note of the type error; deleting an account that is not
     * there is a note of the type info (mod_admin_adhoc of 0.12).
     */
    private static void judge(String what, XmlNode answer) throws AccountException {
        String said = note(answer).toLowerCase(Locale.ROOT);
        boolean error = notes(answer).stream().anyMatch(note -> "error".equals(note.attribute("type")));
        boolean notDeleted = what.startsWith("delete-user")
                && !said.isEmpty()
                && !said.contains("successfully deleted")
                && said.contains("delete");
        if (error || notDeleted || !"completed".equals(answer.attribute("status"))) {
            Kind kind = said.contains("already exists")
                    ? Kind.EXISTS
                    : notDeleted || said.contains("does not exist") ? Kind.MISSING : Kind.OTHER;
            throw new AccountException(kind, what + ": the server says " + note(answer));
        }
    }

    private static List<XmlNode> notes(XmlNode answer) {
        return answer.children().stream()
                .filter(child -> child.getElementName().equals("note"))
                .toList();
    }

    private static String note(XmlNode answer) {
        return notes(answer).stream().map(XmlNode::text).findFirst().orElse("");
    }
}
