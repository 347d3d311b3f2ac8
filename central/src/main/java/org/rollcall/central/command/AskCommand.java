package org.rollcall.central.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.asking.MachineCommand;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.frontend.chat.ChatLine;

/** Asks machines a question, or gives them an order, one or the whole park; who did not answer is said. */
final class AskCommand implements Command {
    /** At the same time, so that threads are left for those who ask about the board. */
    private static final int MOST_AT_ONCE = 8;

    private static final Set<String> OWN = Set.of("whom", "command", "arguments");

    private final Signature signature;
    private final Scopes scopes;
    private final MachineAsker asker;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    static AskCommand questions(Scopes scopes, MachineAsker asker) {
        return new AskCommand(Signature.question("ask", Role.VIEWER), scopes, asker);
    }

    static AskCommand orders(Scopes scopes, MachineAsker asker) {
        return new AskCommand(Signature.order("order", Role.OPERATOR), scopes, asker);
    }

    private AskCommand(Signature kind, Scopes scopes, MachineAsker asker) {
        this.signature = kind.taking(
                        Parameter.required("whom", Parameter.Type.TEXT),
                        Parameter.required("command", Parameter.Type.TEXT),
                        Parameter.optional("arguments", Parameter.Type.TEXT))
                .takingMore()
                .giving(Column.text("machine"), Column.text("unanswered"))
                .within(FanOut.LONGEST.plusSeconds(5));
        this.scopes = scopes;
        this.asker = asker;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public Table answer(Request request) throws Refusal, InterruptedException {
        List<MachineNow> machines =
                Whom.of(request.text("whom").orElseThrow(), scopes.of(request, role()), request.locale());
        MachineCommand command =
                MachineCommand.of(request.text("command").orElseThrow().strip(), changes());
        if (command.changes() != changes()) {
            throw Texts.badRequest(request.locale(), changes() ? "refused.question" : "refused.order", command.name());
        }
        MachineAsker.Question question = new MachineAsker.Question(
                scopes.who(request),
                request.asker().channel(),
                command.name(),
                arguments(request),
                changes(),
                request.locale(),
                command.timeout().compareTo(FanOut.LONGEST) < 0 ? command.timeout() : FanOut.LONGEST);
        if (!free.tryAcquire()) {
            throw new Refusal(Refusal.Reason.RESOURCE_CONSTRAINT, Texts.text(request.locale(), "refused.busy"));
        }
        try {
            return new FanOut(asker, question, machines, request.progress()).run();
        } finally {
            free.release();
        }
    }

    private static Map<String, String> arguments(Request request) throws Refusal {
        Map<String, String> arguments = new LinkedHashMap<>();
        request.arguments().forEach((name, value) -> {
            if (!OWN.contains(name)) {
                arguments.put(name, value.toString());
            }
        });
        String line = request.text("arguments").orElse("");
        try {
            ChatLine parsed = ChatLine.parse("arguments " + line);
            arguments.putAll(parsed.arguments());
            parsed.words().forEach(flag -> arguments.put(flag, "true"));
        } catch (ChatLine.BadLineException e) {
            throw Texts.badRequest(request.locale(), "refused.arguments", line);
        }
        return arguments;
    }
}
