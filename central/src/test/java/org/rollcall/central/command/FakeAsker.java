package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.ask.MachineOutcome;
import org.rollcall.central.fake.FakeBoard;
import org.rollcall.xmpp.command.Table;

/** Answers from prepared tables; whoever has none is off. */
final class FakeAsker implements MachineAsker {
    final Map<String, Table> answers = new HashMap<>();
    final List<Question> asked = new ArrayList<>();

    @Override
    public CompletableFuture<Void> ask(
            Question question, Map<BareJid, Map<String, String>> machines, Consumer<MachineOutcome> progress) {
        asked.add(question);
        for (BareJid machine : machines.keySet()) {
            Table table = answers.get(machine.getLocalpartOrThrow().toString());
            progress.accept(
                    table == null
                            ? new MachineOutcome(machine, machine.toString(), null, null, "off", "it is off")
                            : new MachineOutcome(machine, machine.toString(), table, FakeBoard.NOW, null, null));
        }
        return CompletableFuture.completedFuture(null);
    }
}
