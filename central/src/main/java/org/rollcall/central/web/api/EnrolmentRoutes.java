package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.enrol.Applicant;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.park.Park;
import org.rollcall.central.store.Enrolments.Window;
import org.rollcall.central.store.Enrolments.Word;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.json.Accounts;
import org.rollcall.xmpp.command.Role;

/** Where PCs may enrol, who waits, and an administrator's word; each room's for those who are administrators there. */
public final class EnrolmentRoutes {
    private static final int LONGEST_ROOM = 100;

    private final Office office;
    private final Supplier<Park> park;
    private final AuditNotes audit;

    private record OneWindow(String room, Instant until, boolean known, String by) {}

    private record OneApplicant(
            String jid,
            String account,
            String name,
            String room,
            String reason,
            String hardware,
            String formerly,
            boolean approved,
            Instant first,
            Instant last) {}

    private record OneWord(String jid, String account, String room, String hardware, boolean yes, String by) {}

    private record Answer(
            boolean enrols,
            String failure,
            long strangers,
            List<OneWindow> windows,
            List<OneApplicant> applicants,
            List<OneWord> words) {}

    private record Order(String order, String room, Long seconds, Boolean known, String jid, String hardware) {}

    /** @param office null where central manages no accounts */
    public EnrolmentRoutes(Office office, Supplier<Park> park, AuditNotes audit) {
        this.office = office;
        this.park = park;
        this.audit = audit;
    }

    public void add(Api api) {
        api.get("/api/enrolment", Api.ADMIN_SOMEWHERE, (context, viewer) -> Api.json(context, answer(viewer)));
        api.post("/api/enrolment", Api.ADMIN_SOMEWHERE, this::order);
    }

    private void order(Context context, Viewer viewer) throws Exception {
        Order body = Api.body(context, Order.class);
        if (office == null || !office.enrols()) {
            throw ApiException.notFound();
        }
        switch (body.order() == null ? "" : body.order()) {
            case "open" -> open(body, viewer);
            case "close" -> close(body, viewer);
            case "approve", "refuse" -> say(body, viewer);
            default -> throw ApiException.badRequest("order: open, close, approve, refuse");
        }
        Api.json(context, answer(viewer));
    }

    private void open(Order body, Viewer viewer) {
        String room = room(body, viewer);
        Duration lasting = Duration.ofSeconds(body.seconds() == null ? 0 : body.seconds());
        if (lasting.toSeconds() < 60 || lasting.compareTo(Office.LONGEST_WINDOW) > 0) {
            throw ApiException.badRequest("seconds: 60-" + Office.LONGEST_WINDOW.toSeconds());
        }
        boolean known = Boolean.TRUE.equals(body.known());
        office.open(room, lasting, known, viewer.id());
        audit.done(viewer, "open-enrolment", name(room), "for=" + lasting.toSeconds() + "s known=" + known);
    }

    private void close(Order body, Viewer viewer) {
        String room = room(body, viewer);
        if (!office.close(room)) {
            throw ApiException.notFound();
        }
        audit.done(viewer, "close-enrolment", name(room), null);
    }

    private void say(Order body, Viewer viewer) {
        BareJid jid = office.applicants().stream()
                .map(Applicant::jid)
                .filter(one -> one.toString().equals(body.jid()))
                .findFirst()
                .or(() -> office.words().stream()
                        .map(Word::jid)
                        .filter(one -> one.toString().equals(body.jid()))
                        .findFirst())
                .filter(one -> isAdmin(viewer, place(one)))
                .orElseThrow(ApiException::notFound);
        String fingerprint =
                body.hardware() == null ? null : office.hardwareOf(jid).get(body.hardware());
        if (fingerprint == null) {
            throw ApiException.notFound();
        }
        office.say(jid, fingerprint, body.order().equals("approve"), viewer.id());
        audit.done(viewer, body.order(), Accounts.of(jid), "hardware=" + body.hardware());
    }

    /** Null for all. */
    private static String room(Order body, Viewer viewer) {
        String room = body.room() == null || body.room().isBlank()
                ? null
                : body.room().strip();
        if (room != null && room.length() > LONGEST_ROOM) {
            throw ApiException.badRequest("room: 1-" + LONGEST_ROOM);
        }
        if (!isAdmin(viewer, room)) {
            throw ApiException.notFound();
        }
        return room;
    }

    private static String name(String room) {
        return room == null ? "all" : room;
    }

    private static boolean isAdmin(Viewer viewer, String room) {
        return viewer.rights().in(room).filter(Role.ADMIN::equals).isPresent();
    }

    private String place(BareJid jid) {
        return park.get().placeOf(Accounts.of(jid)).room();
    }

    private Answer answer(Viewer viewer) {
        if (office == null || !office.enrols()) {
            return new Answer(false, null, 0, List.of(), List.of(), List.of());
        }
        List<Word> words = office.words();
        return new Answer(
                true,
                office.failure().map(why -> why.in(viewer.locale())).orElse(null),
                office.strangers(),
                office.windows().stream()
                        .filter(window -> window.room() == null || isAdmin(viewer, window.room()))
                        .map(EnrolmentRoutes::window)
                        .toList(),
                office.applicants().stream()
                        .filter(applicant -> isAdmin(viewer, applicant.room()))
                        .map(applicant -> applicant(applicant, words))
                        .toList(),
                words.stream()
                        .filter(word -> isAdmin(viewer, place(word.jid())))
                        .map(this::word)
                        .toList());
    }

    private static OneWindow window(Window window) {
        return new OneWindow(window.room(), window.until(), window.known(), window.openedBy());
    }

    private static OneApplicant applicant(Applicant one, List<Word> words) {
        return new OneApplicant(
                one.jid().toString(),
                Accounts.of(one.jid()),
                one.name(),
                one.room(),
                one.reason(),
                one.hardware().id(),
                one.formerly() == null ? null : Accounts.of(one.formerly()),
                one.isApproved(words),
                one.first(),
                one.last());
    }

    private OneWord word(Word word) {
        return new OneWord(
                word.jid().toString(),
                Accounts.of(word.jid()),
                place(word.jid()),
                Hardware.parse(word.hardware()).id(),
                word.yes(),
                word.saidBy());
    }
}
