package org.rollcall.xmpp.command;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.command.Refusal.Reason;
import org.rollcall.xmpp.text.Messages;

/**
 * Does for each command what is the same for all: may this asker, are the arguments right, the time limit, every
 * failure as a clear refusal, the audit. Thread-safe; never blocks its caller.
 */
public final class CommandRunner implements AutoCloseable {
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Supplier<? extends Roles> access;
    private final Audit audit;
    private final InstantSource clock;
    private final Arguments arguments;
    private final Workers workers;

    /**
     * @param commands all there are, in the order in which people see them
     * @param access asked anew at each call
     */
    public CommandRunner(
            List<? extends Command> commands, Supplier<? extends Roles> access, Audit audit, InstantSource clock) {
        this(commands, access, audit, clock, Workers.MOST_THREADS);
    }

    /** @param threads how many commands run at the same time; up to 64 more wait for one of them */
    public CommandRunner(
            List<? extends Command> commands,
            Supplier<? extends Roles> access,
            Audit audit,
            InstantSource clock,
            int threads) {
        this(commands, access, audit, clock, ZoneId.systemDefault(), new Workers(threads, Workers.LONGEST_QUEUE));
    }

    CommandRunner(
            List<? extends Command> commands,
            Supplier<? extends Roles> access,
            Audit audit,
            InstantSource clock,
            ZoneId zone,
            Workers workers) {
        for (Command command : commands) {
            if (this.commands.put(command.name(), command) != null) {
                throw new IllegalArgumentException("two commands are named " + command.name());
            }
        }
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.arguments = new Arguments(clock, zone);
        this.workers = workers;
    }

    public Optional<Command> find(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    public List<Command> visibleTo(Role role) {
        return commands.values().stream()
                .filter(command -> role.covers(command.role()))
                .toList();
    }

    public Roles access() {
        return access.get();
    }

    /** What everybody without a role is told, whatever he asked. */
    public static Refusal stranger(Locale locale) {
        return new Refusal(
                Reason.FORBIDDEN, Messages.beside(CommandRunner.class, locale).text("refused.stranger"));
    }

    /**
     * Whether this asker may use this command now, whatever its arguments; for the steps of a conversation before its
     * last. A refusal is audited.
     *
     * @throws Refusal forbidden, or item-not-found to one who has a role
     */
    public Command authorise(Call call) throws Refusal {
        return audited(call, () -> authorised(call));
    }

    /** Checks a call, arguments and all, without running it. A refusal is audited. */
    public Command check(Call call) throws Refusal {
        return audited(call, () -> prepare(call, sentence -> {}).command());
    }

    private interface Check {
        Command make() throws Refusal;
    }

    private Command audited(Call call, Check check) throws Refusal {
        try {
            return check.make();
        } catch (Refusal refusal) {
            record(call, refusal.reason().condition(), 0);
            throw refusal;
        }
    }

    private Command authorised(Call call) throws Refusal {
        Messages messages = Messages.beside(CommandRunner.class, call.locale());
        Role role = access.get().roleOf(call.from()).orElseThrow(() -> stranger(call.locale()));
        Command command = commands.get(call.command());
        if (command == null) {
            throw new Refusal(
                    Reason.ITEM_NOT_FOUND, messages.text("refused.no-such-command", shortened(call.command())));
        }
        if (!role.covers(command.role())) {
            throw new Refusal(
                    Reason.FORBIDDEN,
                    messages.text("refused.role", command.name(), command.role().id(), role.id()));
        }
        return command;
    }

    /** Answers by {@code reply}: at once when it is refused, else later from one of the runner's threads. */
    public void run(Call call, Reply reply) {
        long start = System.nanoTime();
        Finish finish = new Finish(
                reply,
                clock,
                call.locale(),
                outcome -> record(call, outcome, System.nanoTime() - start),
                call.command());
        try {
            Prepared prepared = prepare(call, finish::progress);
            if (!workers.submit(prepared.command(), prepared.request(), finish)) {
                throw new Refusal(
                        Reason.RESOURCE_CONSTRAINT,
                        Messages.beside(CommandRunner.class, call.locale()).text("refused.busy"));
            }
        } catch (Refusal refusal) {
            finish.refused(refusal);
        }
    }

    @Override
    public void close() {
        workers.close();
    }

    private record Prepared(Command command, Request request) {}

    private Prepared prepare(Call call, Consumer<String> progress) throws Refusal {
        Command command = authorised(call);
        if (command.changes() && !call.mayChange()) {
            throw new Refusal(
                    Reason.BAD_REQUEST,
                    Messages.beside(CommandRunner.class, call.locale()).text("refused.get", command.name()));
        }
        Map<String, Object> values = arguments.check(command, call.arguments(), call.locale());
        Role role = access.get().roleOf(call.from()).orElse(command.role());
        return new Prepared(
                command,
                new Request(new Asker(call.from(), by(call), role, call.channel()), values, call.locale(), progress));
    }

    private BareJid by(Call call) {
        return access.get().isCentral(call.from()) ? call.by() : null;
    }

    private void record(Call call, String outcome, long nanos) {
        audit.record(new Audit.Entry(
                call.from(),
                by(call),
                access.get().roleOf(call.from()),
                call.command(),
                Secrets.masked(call.arguments()),
                outcome,
                Duration.ofNanos(nanos),
                call.channel()));
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
