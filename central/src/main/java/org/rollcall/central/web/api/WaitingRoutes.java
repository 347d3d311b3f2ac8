package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.Versions;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.park.Park;
import org.rollcall.central.store.Enrolments.Word;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.central.trouble.Trouble;
import org.rollcall.central.trouble.Troubles;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.json.Accounts;
import org.rollcall.central.web.json.MachineJson;
import org.rollcall.central.web.live.RenderedMachines;

/** What waits for an administrator. */
public final class WaitingRoutes {
    private static final Duration SILENT = Duration.ofDays(7);
    private static final int MOST = 1_000;
    private static final List<String> DECISIONS = List.of("approve", "refuse", "remove", "accept-hardware");

    private final BoardView board;
    private final Supplier<Park> park;
    private final Machines machines;
    private final RenderedMachines rendered;
    private final AuditNotes audit;
    private final Troubles troubles;
    private final Office office;
    private final InstantSource clock;

    private record Answer(
            List<Trouble> troubles,
            long unknownHeard,
            Map<String, Integer> applicants,
            List<Waiting> machines,
            List<MachineJson> hardwareChanged,
            List<MachineJson> clocks,
            List<MachineJson> oldAgents,
            List<MachineJson> neverSeen,
            List<MachineJson> silent,
            String newestVersion,
            long silentDays) {}

    private record Waiting(
            String jid,
            String account,
            String name,
            String standing,
            String room,
            Instant firstSeen,
            Instant lastSeen,
            String address,
            String version) {}

    private record Decision(String decision, List<String> machines) {}

    /** @param office null where central manages no accounts */
    public WaitingRoutes(
            BoardView board,
            Supplier<Park> park,
            Machines machines,
            RenderedMachines rendered,
            AuditNotes audit,
            Troubles troubles,
            Office office,
            InstantSource clock) {
        this.board = board;
        this.park = park;
        this.machines = machines;
        this.rendered = rendered;
        this.audit = audit;
        this.troubles = troubles;
        this.office = office;
        this.clock = clock;
    }

    public void add(Api api) {
        api.get("/api/waiting", Api.ADMIN, (context, viewer) -> Api.json(context, answer(viewer)));
        api.post("/api/waiting", Api.ADMIN, this::decide);
    }

    private void decide(Context context, Viewer viewer) throws Exception {
        Decision body = Api.body(context, Decision.class);
        if (body.machines() == null
                || body.machines().isEmpty()
                || body.machines().size() > MOST) {
            throw ApiException.badRequest("machines: 1-" + MOST);
        }
        List<BareJid> decided = body.machines().stream().map(WaitingRoutes::jid).toList();
        String decision = body.decision() == null ? "" : body.decision();
        if (!DECISIONS.contains(decision)) {
            throw ApiException.badRequest("decision: " + String.join(", ", DECISIONS));
        }
        for (BareJid jid : decided) {
            KnownMachine machine = machines.find(jid).orElseThrow(ApiException::notFound);
            switch (decision) {
                case "approve" -> machines.approve(jid, machine.name());
                case "refuse" -> machines.refuse(jid);
                case "remove" -> machines.remove(jid);
                default -> acceptHardware(machine);
            }
            audit.done(viewer, decision, Accounts.of(jid), null);
        }
        Api.json(context, answer(viewer));
    }

    private void acceptHardware(KnownMachine machine) {
        if (machine.otherHardware() != null) {
            machines.hardware(machine.jid(), machine.otherHardware(), null);
        }
    }

    private static BareJid jid(String text) {
        try {
            return JidCreate.entityBareFrom(text == null ? "" : text);
        } catch (XmppStringprepException malformed) {
            throw ApiException.badRequest("machines: a201b7@example.org");
        }
    }

    private Answer answer(Viewer viewer) {
        List<MachineNow> all = board.machines();
        String newest = all.stream()
                .map(MachineNow::version)
                .filter(version -> version != null)
                .max(Versions.ORDER)
                .orElse(null);
        Instant silentSince = clock.instant().minus(SILENT);
        return new Answer(
                troubles.now(viewer.locale()),
                machines.unknownHeard(),
                applicants(),
                machines.all().stream()
                        .filter(machine -> machine.standing() != KnownMachine.Standing.KNOWN)
                        .sorted(Comparator.comparing(machine -> machine.jid().toString()))
                        .map(this::waiting)
                        .toList(),
                those(
                        all,
                        machine -> machines.find(machine.jid())
                                .map(KnownMachine::otherHardware)
                                .isPresent()),
                those(all, machine -> machine.clockOff() != null),
                those(
                        all,
                        machine -> machine.version() != null && Versions.ORDER.compare(machine.version(), newest) < 0),
                those(all, machine -> machine.condition() == Condition.UNKNOWN),
                those(
                        all,
                        machine -> !machine.condition().isOn()
                                && machine.lastHeard() != null
                                && machine.lastHeard().isBefore(silentSince)),
                newest,
                SILENT.toDays());
    }

    /** PCs that ask to be enrolled and wait for a word, by room; "" for none. */
    private Map<String, Integer> applicants() {
        Map<String, Integer> rooms = new TreeMap<>();
        if (office != null) {
            List<Word> words = office.words();
            office.applicants().stream()
                    .filter(one -> !one.isApproved(words))
                    .forEach(one -> rooms.merge(one.room() == null ? "" : one.room(), 1, Integer::sum));
        }
        return rooms;
    }

    private List<MachineJson> those(List<MachineNow> all, Predicate<MachineNow> wanted) {
        return all.stream().filter(wanted).map(rendered::value).toList();
    }

    private Waiting waiting(KnownMachine machine) {
        return new Waiting(
                machine.jid().toString(),
                Accounts.of(machine.jid()),
                machine.name(),
                machine.standing().name().toLowerCase(Locale.ROOT),
                park.get().placeOf(Accounts.of(machine.jid())).room(),
                machine.firstSeen(),
                machine.lastSeen(),
                machine.address(),
                machine.version());
    }
}
