package org.rollcall.cli.ask;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.XMPPConnection;
import org.jxmpp.jid.BareJid;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Outcome.Unanswered;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Questioner;
import org.rollcall.xmpp.asking.Target;

/** Questions to central over one connection. */
public final class CentralLine {
    private final Questioner questioner;
    private final Target central;
    private final Terminal terminal;

    public CentralLine(XMPPConnection connection, BareJid central, Terminal terminal) {
        questioner = new Questioner(connection);
        this.central = Target.central(central);
        this.terminal = terminal;
    }

    /** @throws CliException where the settings name no central */
    public static BareJid of(CliSettings settings, Terminal terminal) {
        if (settings.central() == null) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("central.none"));
        }
        return settings.central();
    }

    public Target central() {
        return central;
    }

    /** @throws CliException when there is no answer */
    public Answered ask(String command, Map<String, String> arguments, boolean order, Duration timeout)
            throws InterruptedException {
        Question question = new Question(command, arguments, order, timeout, terminal.locale(), null);
        Outcome outcome =
                InOrder.ask(questioner, question, List.of(central), done -> {}).get(0);
        if (outcome instanceof Answered answered) {
            return answered;
        }
        Unanswered none = (Unanswered) outcome;
        throw new CliException(ExitCode.NONE_DID, sentence(none));
    }

    /** What central itself has said needs nobody to say who said it. */
    private String sentence(Unanswered none) {
        return switch (none.reason()) {
            case "off" -> terminal.text("central.off", central.account());
            case "timeout", "bad-answer", "disconnected" -> central.account() + ": " + none.sentence();
            default -> none.sentence();
        };
    }
}
