package org.rollcall.agent.command;

import java.util.Locale;
import org.rollcall.agent.host.Host;
import org.rollcall.xmpp.command.Asker;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** A box on people's screens: one session's, one user's, or everybody's. */
final class MessageCommand implements Command {
    /** What still fits on a screen. */
    private static final int LONGEST = 1000;

    private static final Signature SIGNATURE =
            SessionOrder.signature("message", Parameter.required("text", Parameter.Type.TEXT));

    private final Host host;

    MessageCommand(Host host) {
        this.host = host;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        String text = request.text("text").orElse("");
        if (text.isBlank() || text.length() > LONGEST) {
            throw Texts.badRequest(request.locale(), "refused.message-length", Integer.toString(LONGEST));
        }
        Asker asker = request.asker();
        Object sender = asker.by() != null ? asker.by() : asker.from().asBareJid();
        // The box is read by who sits there, in that machine's language, not in the asker's.
        String title = Texts.text(Locale.getDefault(), "message.title", sender.toString());
        return SessionOrder.carryOut(
                SessionOrder.meant(host, request, true),
                request.locale(),
                session -> host.actions().message(session.id(), title, text));
    }
}
