package org.rollcall.loopback;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.loopback.xml.Element;

/** Where a message goes (RFC 6121, section 8.5), in the way that Prosody and ejabberd agree on. */
final class MessageHandler {
    private final Directory directory;

    MessageHandler(Directory directory) {
        this.directory = directory;
    }

    void handle(Jid to, Element message) throws StanzaError {
        if (!directory.isOurs(to)) {
            throw StanzaError.noSuchServer(to);
        }
        Account account = directory.of(to);
        if (account == null) {
            throw new StanzaError("service-unavailable", null);
        }
        Client exact = directory.client(to);
        if (exact != null) {
            exact.send(message);
        } else {
            // Also for a resource that is absent: real servers reroute its messages without a word.
            toAccount(account, message);
        }
    }

    private static void toAccount(Account account, Element message) throws StanzaError {
        String type = message.get("type");
        switch (type == null ? "normal" : type) {
            case "error" -> {
                // An error for somebody who left is nobody's.
            }
            case "groupchat" -> throw new StanzaError("service-unavailable", null);
            case "headline" -> nonNegative(account).forEach(client -> client.send(message));
            default -> {
                List<Client> best = highest(nonNegative(account));
                if (best.isEmpty()) {
                    account.offline().store(message);
                }
                best.forEach(client -> client.send(message));
            }
        }
    }

    private static List<Client> nonNegative(Account account) {
        List<Client> clients = account.available();
        clients.removeIf(client -> client.priority() < 0);
        return clients;
    }

    private static List<Client> highest(List<Client> clients) {
        List<Client> best = new ArrayList<>();
        for (Client client : clients) {
            if (!best.isEmpty() && client.priority() > best.get(0).priority()) {
                best.clear();
            }
            if (best.isEmpty() || client.priority() == best.get(0).priority()) {
                best.add(client);
            }
        }
        return best;
    }
}
