package org.rollcall.central.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rollcall.central.store.History;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** How much machines were used: by room, by hour of the day, by day. */
final class UsageCommand implements Command {
    private static final Duration BY_DEFAULT = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Signature SIGNATURE = Signature.question("usage", Role.VIEWER)
            .taking(
                    Parameter.choice("by", "room", "hour", "day"),
                    Parameter.optional("room", Parameter.Type.TEXT),
                    Parameter.optional("from", Parameter.Type.TIME),
                    Parameter.optional("to", Parameter.Type.TIME))
            .giving(
                    Column.text("room"),
                    Column.count("hour"),
                    Column.text("day"),
                    Column.count("sessions"),
                    Column.duration("used"),
                    Column.count("at-once"));

    private final Scopes scopes;
    private final History history;
    private final InstantSource clock;
    private final ZoneId zone;

    UsageCommand(Scopes scopes, History history, InstantSource clock, ZoneId zone) {
        this.scopes = scopes;
        this.history = history;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Scope scope = scopes.of(request, role());
        Optional<String> room = request.text("room");
        Set<String> rooms = room.isPresent() ? Set.of(scope.room(room.get()).name()) : scope.roomNames();
        Instant to = request.time("to").orElseGet(clock::instant);
        Instant from = request.time("from").orElseGet(() -> to.minus(BY_DEFAULT));
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Texts.badRequest(request.locale(), "refused.period", Long.toString(LONGEST.toDays()));
        }
        History.By by = History.By.valueOf(request.text("by").orElse("room").toUpperCase(Locale.ROOT));
        List<List<Object>> rows = new ArrayList<>();
        for (History.Usage usage : history.usage(rooms, from, to, zone, by)) {
            rows.add(Arrays.asList(
                    usage.room(),
                    usage.hour() == null ? null : usage.hour().longValue(),
                    usage.day(),
                    usage.sessions(),
                    Duration.ofSeconds(usage.inUseSeconds()),
                    (long) usage.mostAtOnce()));
        }
        return Table.of(columns(), rows);
    }
}
