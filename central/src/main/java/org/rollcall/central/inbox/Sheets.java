package org.rollcall.central.inbox;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Board;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.Ask;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each machine's hardware sheet, asked for once in each life of its agent, and notices when another computer signs
 * in under a machine's name.
 */
final class Sheets {
    private static final Logger LOG = LoggerFactory.getLogger(Sheets.class);
    /** A machine's own limit for it is 30 s. */
    private static final Duration WITHIN = Duration.ofSeconds(40);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final String JOURNAL = "journal";

    private final Machines machines;
    private final Board board;
    private final Requests questions;
    private final Suspicions suspicions;
    private final InstantSource clock;
    private final Rounds rounds;
    private final Contenders contenders;
    private final Gson gson = new Gson();
    /** The agent's life in which each was asked, or is to be. */
    private final Map<BareJid, String> journals = new ConcurrentHashMap<>();

    Sheets(
            Machines machines,
            Board board,
            Requests questions,
            Suspicions suspicions,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.machines = machines;
        this.board = board;
        this.questions = questions;
        this.suspicions = suspicions;
        this.clock = clock;
        contenders = new Contenders(clock);
        rounds = new Rounds(16, 2, this::ask, nanoTime);
    }

    void present(BareJid machine, String journal) {
        if (contenders.heard(machine, journal)) {
            LOG.warn(
                    "Two agents sign in as {} in turns: a cloned disk; withdraw one, or give it a name of its own",
                    machine);
            suspicions.contended(machine);
            machines.find(machine)
                    .filter(known -> known.otherHardware() == null && known.hardware() != null)
                    .ifPresent(known -> machines.hardware(machine, known.hardware(), known.hardware()));
        }
        if (!journal.equals(journals.put(machine, journal))) {
            rounds.due(machine, Duration.ZERO);
        }
    }

    void gone(BareJid machine) {
        rounds.forget(machine);
        journals.remove(machine);
    }

    void linkDown() {
        rounds.forgetAll();
        journals.clear();
    }

    void tick() {
        rounds.tick();
    }

    private CompletionStage<?> ask(BareJid machine) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        String journal = journals.get(machine);
        if (journal == null || isKept(machine, journal)) {
            done.complete(null);
            return done;
        }
        IQ question = NodeIq.get(
                JidCreate.fullFrom(machine.asEntityBareJidOrThrow(), Doorman.AGENT),
                new Ask("host", Locale.ENGLISH.getLanguage(), null, null, Map.of()).toXml());
        questions.ask(question, WITHIN).whenComplete((answer, failure) -> {
            try {
                if (failure == null) {
                    answered(machine, journal, answer);
                } else {
                    LOG.debug("{} does not tell its sheet: {}", machine, failure.toString());
                    again(machine);
                }
            } catch (MalformedException | RuntimeException e) {
                LOG.warn("The sheet of {} cannot be kept: {}", machine, e.toString());
            } finally {
                done.complete(null);
            }
        });
        return done;
    }

    private void again(BareJid machine) {
        if (journals.containsKey(machine)) {
            rounds.due(machine, AFTER_FAILURE);
        }
    }

    private boolean isKept(BareJid machine, String journal) {
        try {
            JsonObject kept = machines.sheet(machine)
                    .map(json -> gson.fromJson(json, JsonObject.class))
                    .orElse(null);
            boolean same = kept != null
                    && kept.has(JOURNAL)
                    && kept.get(JOURNAL).getAsString().equals(journal);
            if (same && kept.has("simulated")) {
                board.simulated(machine);
            }
            return same;
        } catch (RuntimeException e) {
            // Also the store's own failures: then it is asked anew, which harms nobody.
            LOG.debug("The kept sheet of {} cannot be read", machine, e);
            return false;
        }
    }

    private void answered(BareJid machine, String journal, IQ answer) throws MalformedException {
        Table sheet =
                Answer.from(answer instanceof NodeIq iq ? iq.node() : null).table();
        boolean simulated =
                sheet.rows().stream().anyMatch(row -> row.contains("notifications") && row.contains("simulated"));
        if (simulated) {
            board.simulated(machine);
        }
        machines.sheet(machine, json(sheet, journal, simulated), clock.instant());
        compare(machine, Hardware.of(sheet));
    }

    private void compare(BareJid machine, Hardware now) {
        KnownMachine known = machines.find(machine).orElse(null);
        if (known == null || now.isNothing()) {
            return;
        }
        if (known.hardware() == null) {
            machines.hardware(machine, now.fingerprint(), contenders.isContended(machine) ? now.fingerprint() : null);
            return;
        }
        Hardware accepted = Hardware.parse(known.hardware());
        if (now.isAnother(accepted)) {
            if (!now.fingerprint().equals(known.otherHardware())) {
                LOG.warn("{} is another computer than before: a cloned disk, or a new one under an old name", machine);
                suspicions.otherHardware(machine);
                machines.hardware(machine, known.hardware(), now.fingerprint());
            }
        } else {
            String completed = now.completedBy(accepted).fingerprint();
            // While two contend, each is the other one in turn: the flag stays.
            String other = contenders.isContended(machine) ? known.otherHardware() : null;
            if (!completed.equals(known.hardware()) || !Objects.equals(known.otherHardware(), other)) {
                machines.hardware(machine, completed, other);
            }
        }
    }

    /** The table as the web's answers have it, and when and in which life of the agent it was told. */
    private String json(Table sheet, String journal, boolean simulated) throws JsonParseException {
        JsonObject json = new JsonObject();
        json.addProperty("at", clock.instant().toString());
        json.addProperty(JOURNAL, journal);
        if (simulated) {
            json.addProperty("simulated", true);
        }
        JsonArray columns = new JsonArray();
        for (Column column : sheet.columns()) {
            JsonObject one = new JsonObject();
            one.addProperty("name", column.name());
            one.addProperty("type", column.type().name().toLowerCase(Locale.ROOT));
            columns.add(one);
        }
        json.add("columns", columns);
        JsonArray rows = new JsonArray();
        sheet.rows().forEach(row -> {
            JsonArray cells = new JsonArray();
            row.forEach(cell -> cells.add(cell(cell)));
            rows.add(cells);
        });
        json.add("rows", rows);
        return gson.toJson(json);
    }

    private JsonElement cell(Object cell) {
        if (cell == null) {
            return JsonNull.INSTANCE;
        }
        return cell instanceof Number ? gson.toJsonTree(cell) : gson.toJsonTree(cell.toString());
    }
}
