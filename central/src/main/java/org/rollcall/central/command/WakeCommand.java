package org.rollcall.central.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.ask.MachineOutcome;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.wake.WakeOnLan;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns machines on over the network. */
final class WakeCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(WakeCommand.class);
    private static final int CELL = 50;
    private static final int MOST_SENTENCES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** With time for the machines beside those meant, which are asked to help. */
    private static final Signature SIGNATURE = Signature.order("wake", Role.OPERATOR)
            .taking(Parameter.required("whom", Parameter.Type.TEXT))
            .giving(Column.text("machine"), Column.text("result"), Column.text("details"))
            .within(Duration.ofSeconds(30));

    private final Scopes scopes;
    private final WakeOnLan wake;

    WakeCommand(Scopes scopes, WakeOnLan wake) {
        this.scopes = scopes;
        this.wake = wake;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal, InterruptedException {
        List<MachineNow> machines =
                Whom.of(request.text("whom").orElseThrow(), scopes.of(request, role()), request.locale());
        Map<BareJid, MachineOutcome> outcomes = new ConcurrentHashMap<>();
        CompletableFuture<Void> done = wake.wake(
                scopes.who(request),
                request.asker().channel(),
                machines.stream().map(MachineNow::jid).toList(),
                request.locale(),
                outcome -> outcomes.put(outcome.machine(), outcome));
        try {
            done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Waking is answered without some machines", e);
        }
        List<List<Object>> rows = new ArrayList<>();
        for (MachineNow machine : machines) {
            rows.add(row(machine, outcomes.get(machine.jid()), request.locale()));
        }
        return new Table(columns(), rows, inFull(rows));
    }

    /** Where a table's cells are cut, as in chat, what did not work would be what is lost. Null: nothing is cut. */
    private static String inFull(List<List<Object>> rows) {
        List<String> sentences = rows.stream()
                .filter(row -> row.get(2) instanceof String details && details.length() > CELL)
                .limit(MOST_SENTENCES)
                .map(row -> row.get(0) + ": " + row.get(2))
                .toList();
        return Sentences.joined(sentences);
    }

    private static List<Object> row(MachineNow machine, MachineOutcome outcome, Locale locale) {
        if (outcome == null) {
            return List.of(
                    machine.name(), "sent", Texts.text(locale, "unanswered.late", Long.toString(PATIENCE.toSeconds())));
        }
        return outcome.answered()
                ? Arrays.asList(outcome.name(), "sent", outcome.table().note())
                : Arrays.asList(outcome.name(), outcome.reason(), outcome.sentence());
    }
}
