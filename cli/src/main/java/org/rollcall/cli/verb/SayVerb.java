package org.rollcall.cli.verb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.link.SignedIn;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.text.XmlText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rollcall say JID[,JID…] [TEXT…]}: a chat message, from the command line or standard input. */
@Command(name = "say")
public final class SayVerb implements Callable<Integer> {
    /** Servers refuse stanzas from some 256 KiB on, and a message of a tenth is no message. */
    private static final int LONGEST = 20_000;

    private final Terminal terminal;

    @Mixin
    private SettingsOptions options;

    @Parameters(index = "0", paramLabel = "JID", descriptionKey = "parameter.jids")
    private String jids;

    @Parameters(index = "1..*", paramLabel = "TEXT", descriptionKey = "parameter.text")
    private List<String> words = new ArrayList<>();

    public SayVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<EntityBareJid> to = recipients();
        CliSettings settings = options.cli(terminal);
        String text = text();
        Map<BareJid, String> bounced = new ConcurrentHashMap<>();
        try (SignedIn signedIn = SignedIn.as(settings.xmpp().toLink(-1), terminal)) {
            XMPPConnection connection = signedIn.connection();
            connection.addSyncStanzaListener(stanza -> bounced(stanza, bounced), StanzaTypeFilter.MESSAGE);
            for (EntityBareJid jid : to) {
                connection.sendStanza(connection
                        .getStanzaFactory()
                        .buildMessageStanza()
                        .to(jid)
                        .ofType(Message.Type.chat)
                        .setBody(text)
                        .build());
            }
            // What the server refuses it has refused before it answers this.
            connection.sendIqRequestAndWaitForResponse(new Ping(connection.getXMPPServiceDomain()));
        } catch (SmackException | XMPPErrorException e) {
            throw new CliException(ExitCode.NONE_DID, terminal.text("say.lost", e.getMessage()));
        }
        bounced.forEach((jid, why) -> terminal.err().println(jid + ": " + why));
        return ExitCode.of(to.size() - bounced.size(), to.size());
    }

    private void bounced(org.jivesoftware.smack.packet.Stanza stanza, Map<BareJid, String> bounced) {
        if (stanza instanceof Message message && message.getType() == Message.Type.error) {
            String text = message.getError().getDescriptiveText();
            String condition = message.getError().getCondition().toString();
            bounced.put(message.getFrom().asBareJid(), terminal.text("say.bounced", text == null ? condition : text));
        }
    }

    private List<EntityBareJid> recipients() {
        List<EntityBareJid> to = new ArrayList<>();
        for (String jid : jids.split(",")) {
            try {
                EntityBareJid bare = JidCreate.entityBareFrom(jid.strip());
                if (!to.contains(bare)) {
                    to.add(bare);
                }
            } catch (XmppStringprepException e) {
                throw new CliException(ExitCode.BAD_USE, terminal.text("say.jid", jid));
            }
        }
        return to;
    }

    private String text() {
        String text = words.isEmpty() ? read() : String.join(" ", words);
        if (text.isBlank()) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("say.empty"));
        }
        if (text.length() > LONGEST) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("say.long", String.valueOf(LONGEST)));
        }
        return XmlText.clean(text);
    }

    private String read() {
        char[] buffer = new char[LONGEST + 2];
        try {
            int length = 0;
            int more;
            while (length < buffer.length && (more = terminal.in().read(buffer, length, buffer.length - length)) > 0) {
                length += more;
            }
            return new String(buffer, 0, length).stripTrailing();
        } catch (IOException e) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("say.unreadable", e.getMessage()));
        }
    }
}
