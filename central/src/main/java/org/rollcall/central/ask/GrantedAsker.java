package org.rollcall.central.ask;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Grants;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.asking.MachineCommand;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Outcome.Unanswered;
import org.rollcall.xmpp.asking.Questioner;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.text.Messages;

/** Asks those machines that the person may ask this of, and says of each other why it was not asked. */
public final class GrantedAsker implements MachineAsker {
    private final Questioner questioner;
    private final BoardView board;
    private final Supplier<Grants> grants;
    private final StaffProcesses staff;
    private final Sheets sheets;
    private final OnBehalf onBehalf;
    private final AuditTrail trail;
    private final InstantSource clock;

    /**
     * @param questioner on the link; shared by all who ask machines, as its bound is for all of them
     * @param domain where people have accounts whose login is their name
     */
    public GrantedAsker(
            Questioner questioner,
            BoardView board,
            Supplier<Grants> grants,
            StaffProcesses staff,
            Sheets sheets,
            String domain,
            AuditTrail trail,
            InstantSource clock) {
        this.questioner = questioner;
        this.board = board;
        this.grants = grants;
        this.staff = staff;
        this.sheets = sheets;
        this.onBehalf = new OnBehalf(domain);
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> ask(
            Question question, Map<BareJid, Map<String, String>> machines, Consumer<MachineOutcome> progress) {
        MachineCommand command = MachineCommand.of(question.command(), question.order());
        Grants now = grants.get();
        Role most = now.anywhere(question.who()).orElse(null);
        AskAudit audit = new AskAudit(trail, clock, question, most);
        Consumer<MachineOutcome> each = outcome -> {
            audit.heard(outcome, machines.get(outcome.machine()));
            progress.accept(outcome);
        };
        List<Target> targets = new ArrayList<>();
        for (BareJid jid : machines.keySet()) {
            Optional<MachineNow> machine = board.machine(jid);
            Optional<Role> role = machine.flatMap(m -> now.in(room(m), question.who()));
            MachineOutcome refusal = refusal(question, command, jid, machine, role);
            if (refusal != null) {
                each.accept(refusal);
            } else {
                targets.add(Target.machine(machine.orElseThrow().name(), jid));
            }
        }
        org.rollcall.xmpp.asking.Question common = onBehalf.question(question);
        CompletableFuture<Void> done = questioner.ask(
                target -> common.with(machines.get(target.account())),
                targets,
                outcome -> each.accept(outcome(question, outcome, now)));
        done.whenComplete((nothing, cancelled) -> audit.ended(cancelled != null));
        return done;
    }

    /** Null: it may be asked. Rooms where the person has no role do not exist for him. */
    private static MachineOutcome refusal(
            Question question, MachineCommand command, BareJid jid, Optional<MachineNow> machine, Optional<Role> role) {
        Locale locale = question.locale();
        if (machine.isEmpty() || role.isEmpty()) {
            return none(jid, jid.toString(), "no-such-machine", text(locale, "refused.machine"));
        }
        String name = machine.get().name();
        if (!role.get().covers(command.role())) {
            String sentence = text(
                    locale,
                    "refused.role",
                    command.name(),
                    command.role().id(),
                    role.get().id());
            return none(jid, name, "forbidden", sentence);
        }
        if (command.changes() != question.order()) {
            String key = command.changes() ? "refused.order" : "refused.question";
            return none(jid, name, "bad-request", text(locale, key, command.name()));
        }
        // One that is lost may just be back, one that is unconfirmed has not been heard yet: these are tried.
        if (machine.get().condition() == Condition.OFF && !machine.get().unconfirmed()) {
            return none(jid, name, "off", text(locale, "none.off"));
        }
        return null;
    }

    private MachineOutcome outcome(Question question, Outcome outcome, Grants now) {
        BareJid jid = outcome.target().account();
        String name = outcome.target().name();
        MachineNow machine = board.machine(jid).orElse(null);
        if (outcome instanceof Answered answer) {
            if (question.command().equals(Sheets.COMMAND)) {
                sheets.keep(jid, answer.table(), answer.at());
            }
            Role role = now.in(machine == null ? null : room(machine), question.who())
                    .orElse(Role.VIEWER);
            Table shown = staff.shown(question.command(), answer.table(), role, question.locale());
            return new MachineOutcome(jid, name, shown, answer.at(), null, null);
        }
        Unanswered none = (Unanswered) outcome;
        boolean lost = none.reason().equals("off") && machine != null && machine.condition() == Condition.LOST;
        return lost
                ? none(jid, name, "lost", text(question.locale(), "none.lost"))
                : none(jid, name, none.reason(), none.sentence());
    }

    private static MachineOutcome none(BareJid jid, String name, String reason, String sentence) {
        return new MachineOutcome(jid, name, null, (Instant) null, reason, sentence);
    }

    private static String room(MachineNow machine) {
        return machine.place() == null ? null : machine.place().room();
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Messages.beside(GrantedAsker.class, locale).text(key, arguments);
    }
}
