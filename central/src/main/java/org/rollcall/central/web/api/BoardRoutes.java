package org.rollcall.central.web.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.json.MachineJson;
import org.rollcall.central.web.live.BoardFrames;
import org.rollcall.central.web.live.RenderedMachines;
import org.rollcall.xmpp.command.Role;

/** What is true now: the whole board, or one machine. */
public final class BoardRoutes {
    private final BoardView board;
    private final BoardFrames frames;
    private final RenderedMachines rendered;
    private final Machines machines;
    private final AuditNotes audit;

    private record OneMachine(MachineJson machine, String role, Instant firstSeen, JsonElement sheet) {}

    public BoardRoutes(
            BoardView board, BoardFrames frames, RenderedMachines rendered, Machines machines, AuditNotes audit) {
        this.board = board;
        this.frames = frames;
        this.rendered = rendered;
        this.machines = machines;
        this.audit = audit;
    }

    public void add(Api api) {
        api.get("/api/board", Api.VIEWER, (context, viewer) -> {
            audit.done(viewer, "board", null, null);
            // Taken first: what changes meanwhile is then sent once more rather than never.
            long revision = board.revision();
            Api.jsonText(context, frames.snapshot(viewer.rights(), revision));
        });
        api.get("/api/machines/{account}", Api.VIEWER, (context, viewer) -> {
            MachineNow machine = Seen.machine(board, viewer, context.pathParam("account"));
            audit.done(viewer, "machine", machine.name(), null);
            Api.json(context, answer(machine, viewer));
        });
    }

    private OneMachine answer(MachineNow machine, Viewer viewer) {
        Optional<KnownMachine> known = machines.find(machine.jid());
        return new OneMachine(
                rendered.value(machine),
                viewer.rights().in(machine.place().room()).map(Role::id).orElse(null),
                known.map(KnownMachine::firstSeen).orElse(null),
                machines.sheet(machine.jid()).map(BoardRoutes::sheet).orElse(null));
    }

    private static JsonElement sheet(String json) {
        try {
            return JsonParser.parseString(json);
        } catch (JsonParseException unreadable) {
            return null;
        }
    }
}
