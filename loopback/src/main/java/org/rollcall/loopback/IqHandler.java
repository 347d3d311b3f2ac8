package org.rollcall.loopback;

import java.util.List;
import org.rollcall.loopback.xml.Element;

/** Where an IQ goes: to the server's own services, or to exactly one resource (RFC 6121, section 8.5). */
final class IqHandler {
    private final Directory directory;
    private final List<IqService> services;

    IqHandler(Directory directory, List<IqService> services) {
        this.directory = directory;
        this.services = List.copyOf(services);
    }

    void handle(Client from, Jid to, Element iq) throws StanzaError {
        boolean request = isRequest(iq);
        if (!directory.isOurs(to)) {
            throw StanzaError.noSuchServer(to);
        }
        if (!to.isBare()) {
            Client client = directory.client(to);
            if (client == null) {
                // Never stored, never rerouted, and the same word for "off" and for "no such account".
                throw new StanzaError("service-unavailable", null);
            }
            client.send(iq);
        } else if (request) {
            if (to.local() != null && !to.equals(from.account().jid())) {
                throw new StanzaError("service-unavailable", null);
            }
            serve(from, iq);
        }
    }

    private static boolean isRequest(Element iq) throws StanzaError {
        String type = iq.get("type");
        if (iq.get("id") == null) {
            throw new StanzaError("bad-request", "an iq without an id");
        }
        switch (type == null ? "" : type) {
            case "get", "set" -> {
                if (iq.children().size() != 1) {
                    throw new StanzaError("bad-request", "an iq of type get or set has exactly one child");
                }
                return true;
            }
            case "result", "error" -> {
                return false;
            }
            default -> throw new StanzaError("bad-request", "an iq is of type get, set, result or error");
        }
    }

    private void serve(Client from, Element iq) throws StanzaError {
        Element payload = iq.first();
        for (IqService service : services) {
            if (service.serves(payload)) {
                Element answer = service.answer(from, iq, payload);
                Element result = Element.stanza("iq")
                        .set("type", "result")
                        .set("id", iq.get("id"))
                        .set("from", iq.get("to"))
                        .set("to", from.jid().toString());
                from.send(answer == null ? result : result.add(answer));
                return;
            }
        }
        throw new StanzaError("service-unavailable", null);
    }
}
