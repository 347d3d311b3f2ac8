package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.central.ask.MachineOutcome;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.web.json.Accounts;
import org.rollcall.central.web.json.Json;
import org.rollcall.xmpp.command.Table;

/**
 * Sends outcomes as they come, one JSON text a line; the number of machines bounds how many wait. They wait as text, on
 * which a page that reads slowly costs a third of what the tables do.
 */
final class OutcomeStream {
    /** A page that has gone away is noticed by writing to it. */
    private static final long STILL_THERE_SECONDS = 1;

    private static final String TYPE = "application/x-ndjson; charset=utf-8";

    record Line(
            String type,
            String jid,
            String account,
            String name,
            boolean ok,
            Instant at,
            Table table,
            String reason,
            String sentence) {

        static Line of(MachineOutcome outcome) {
            boolean ok = outcome.answered();
            return new Line(
                    "outcome",
                    outcome.machine().toString(),
                    Accounts.of(outcome.machine()),
                    outcome.name(),
                    ok,
                    outcome.at(),
                    outcome.table(),
                    outcome.reason(),
                    outcome.sentence());
        }

        /** Done, and there is nothing to show of it. */
        static Line done(MachineNow machine) {
            return of(machine, true, null, null);
        }

        static Line failed(MachineNow machine, String reason, String sentence) {
            return of(machine, false, reason, sentence);
        }

        private static Line of(MachineNow machine, boolean ok, String reason, String sentence) {
            return new Line(
                    "outcome",
                    machine.jid().toString(),
                    Accounts.of(machine),
                    machine.name(),
                    ok,
                    null,
                    null,
                    reason,
                    sentence);
        }

        static Line missing(String account, String sentence) {
            return new Line("outcome", null, account, account, false, null, null, "no-such-machine", sentence);
        }
    }

    private record Done(String type, int asked, int answered) {}

    /** An outcome that is only left to be sent. */
    private record Ready(byte[] line, boolean answered) {
        static final Ready END = new Ready(new byte[0], false);

        static Ready of(MachineOutcome outcome) {
            return new Ready(text(Line.of(outcome)), outcome.answered());
        }
    }

    private OutcomeStream() {}

    /** Lines that are written as they come; the last line, how many there were and how many were done, at the end. */
    static final class Lines implements AutoCloseable {
        private final OutputStream out;
        private int all;
        private int good;

        private Lines(OutputStream out) {
            this.out = out;
        }

        void write(Line line) throws IOException {
            all++;
            good += line.ok() ? 1 : 0;
            out.write(text(line));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            // None: nothing was begun, and what failed is told as an error.
            if (all > 0) {
                out.write(text(new Done("done", all, good)));
            }
        }
    }

    static Lines lines(Context context) throws IOException {
        context.contentType(TYPE);
        return new Lines(context.res().getOutputStream());
    }

    /**
     * @param first what is known without asking
     * @param asking asks, tells of each outcome, and is done when all are
     */
    static void write(
            Context context, List<Line> first, Function<Consumer<MachineOutcome>, CompletableFuture<Void>> asking)
            throws IOException, InterruptedException {
        BlockingQueue<Ready> outcomes = new LinkedBlockingQueue<>();
        context.contentType(TYPE);
        OutputStream out = context.res().getOutputStream();
        CompletableFuture<Void> asked = asking.apply(outcome -> outcomes.add(Ready.of(outcome)));
        asked.whenComplete((done, failure) -> outcomes.add(Ready.END));
        int answered = 0;
        int all = first.size();
        try {
            for (Line line : first) {
                out.write(text(line));
            }
            for (Ready next = null; next != Ready.END; next = outcomes.poll(STILL_THERE_SECONDS, TimeUnit.SECONDS)) {
                if (next == null) {
                    out.write('\n');
                } else {
                    all++;
                    answered += next.answered() ? 1 : 0;
                    out.write(next.line());
                }
                if (outcomes.isEmpty()) {
                    out.flush();
                }
            }
            out.write(text(new Done("done", all, answered)));
        } finally {
            // When the page has gone away, nobody waits for the rest.
            asked.cancel(true);
        }
    }

    private static byte[] text(Object line) {
        return (Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
