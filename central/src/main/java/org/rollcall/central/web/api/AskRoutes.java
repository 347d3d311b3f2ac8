package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.ask.MachineOutcome;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.Waker;
import org.rollcall.xmpp.asking.MachineCommand;
import org.rollcall.xmpp.text.Messages;

/** Questions and orders to machines. What is asked and by whom is checked and audited where it is sent. */
public final class AskRoutes {
    private static final String CHANNEL = "web";
    private static final int AT_ONCE = 24;
    private static final double MOST_SECONDS = 600;
    private static final int LONGEST_ARGUMENT = 4096;
    private static final int MOST_ARGUMENTS = 32;

    private final BoardView board;
    private final MachineAsker asker;
    private final Waker waker;
    private final Semaphore asking = new Semaphore(AT_ONCE);

    private record Ask(
            List<String> machines,
            String room,
            Map<String, List<SessionsMeant.Session>> sessions,
            String command,
            Map<String, String> arguments,
            boolean order,
            Double timeout) {}

    public AskRoutes(BoardView board, MachineAsker asker, Waker waker) {
        this.board = board;
        this.asker = asker;
        this.waker = waker;
    }

    public void add(Api api) {
        api.post("/api/ask/preview", Api.VIEWER, (context, viewer) -> {
            Ask body = Api.body(context, Ask.class);
            Targets targets = Targets.of(board, viewer, body.machines(), body.room());
            Api.json(context, Preview.of(command(body), viewer, targets));
        });
        api.post("/api/ask", Api.VIEWER, (context, viewer) -> {
            Ask body = Api.body(context, Ask.class);
            MachineCommand command = command(body);
            if (command.changes() && !body.order()) {
                throw ApiException.badRequest("order: true");
            }
            if (command.name().equals(MachineCommands.WAKE)) {
                throw ApiException.badRequest("POST /api/wake");
            }
            MachineAsker.Question question = new MachineAsker.Question(
                    viewer.who(),
                    CHANNEL,
                    command.name(),
                    arguments(body),
                    command.changes(),
                    viewer.locale(),
                    timeout(body, command));
            Targets targets = Targets.of(board, viewer, body.machines(), body.room());
            Map<BareJid, Map<String, String>> machines =
                    SessionsMeant.of(command.name(), body.sessions(), jids(targets));
            stream(context, viewer, targets, progress -> asker.ask(question, machines, progress));
        });
        api.post("/api/wake", Api.VIEWER, (context, viewer) -> {
            Ask body = Api.body(context, Ask.class);
            Targets targets = Targets.of(board, viewer, body.machines(), body.room());
            stream(
                    context,
                    viewer,
                    targets,
                    progress -> waker.wake(viewer.who(), CHANNEL, jids(targets), viewer.locale(), progress));
        });
    }

    /** Each takes a thread until all have answered; the others must still be served. */
    private void stream(
            Context context,
            Viewer viewer,
            Targets targets,
            Function<Consumer<MachineOutcome>, CompletableFuture<Void>> ask)
            throws Exception {
        if (!asking.tryAcquire()) {
            throw ApiException.busy();
        }
        try {
            OutcomeStream.write(context, missing(targets, viewer.locale()), ask);
        } finally {
            asking.release();
        }
    }

    private static List<OutcomeStream.Line> missing(Targets targets, Locale locale) {
        String sentence = Messages.beside(AskRoutes.class, locale).text("skipped.no-such-machine");
        return targets.missing().stream()
                .map(account -> OutcomeStream.Line.missing(account, sentence))
                .toList();
    }

    private static List<BareJid> jids(Targets targets) {
        return targets.found().stream().map(MachineNow::jid).toList();
    }

    private static MachineCommand command(Ask body) {
        if (body.command() == null) {
            throw ApiException.badRequest("command");
        }
        return MachineCommands.find(body.command()).orElseThrow(() -> ApiException.badRequest("command"));
    }

    private static Map<String, String> arguments(Ask body) {
        Map<String, String> arguments = body.arguments() == null ? Map.of() : body.arguments();
        if (arguments.size() > MOST_ARGUMENTS
                || arguments.values().stream().anyMatch(value -> value == null || value.length() > LONGEST_ARGUMENT)) {
            throw ApiException.badRequest("arguments");
        }
        return Map.copyOf(arguments);
    }

    private static Duration timeout(Ask body, MachineCommand command) {
        if (body.timeout() == null) {
            return command.timeout();
        }
        double seconds = body.timeout();
        if (!(seconds >= 1 && seconds <= MOST_SECONDS)) {
            throw ApiException.badRequest("timeout: 1-600");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
