package org.rollcall.agent.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.agent.host.Host;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.wake.MagicPacket;

/** Wakes other machines on this one's networks, which central's own packets do not reach where routers stop them. */
final class WakeNeighbourCommand implements Command {
    private static final int MOST = 200;
    private static final Signature SIGNATURE = Signature.order("wake-neighbour", Role.OPERATOR)
            .taking(Parameter.required("mac", Parameter.Type.TEXT))
            .giving(Column.text("mac"), Column.count("networks"), Column.text("result"));

    private final Host host;

    WakeNeighbourCommand(Host host) {
        this.host = host;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        List<List<Object>> rows = new ArrayList<>();
        for (Map.Entry<String, byte[]> packet : packets(request).entrySet()) {
            try {
                rows.add(List.of(packet.getKey(), (long) host.actions().broadcast(packet.getValue()), "sent"));
            } catch (IOException e) {
                // The same for all: no network is no network.
                throw Texts.refusal(
                        Refusal.Reason.INTERNAL_SERVER_ERROR,
                        request.locale(),
                        "refused.broadcast",
                        String.valueOf(e.getMessage()));
            }
        }
        return Table.of(columns(), rows);
    }

    private static Map<String, byte[]> packets(Request request) throws Refusal {
        Map<String, byte[]> packets = new LinkedHashMap<>();
        for (String part : request.text("mac").orElse("").split(",", MOST + 1)) {
            String mac = part.strip();
            Optional<byte[]> packet = MagicPacket.of(mac);
            if (packet.isEmpty()) {
                throw Texts.badRequest(request.locale(), "refused.mac", Integer.toString(MOST));
            }
            packets.put(mac, packet.get());
        }
        return packets;
    }
}
