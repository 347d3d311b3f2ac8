package org.rollcall.loopback;

import java.util.List;
import java.util.Map;
import org.rollcall.loopback.xml.Element;

/** XEP-0030 of the server and of one's own account. */
final class DiscoService implements IqService {
    static final String INFO = "http://jabber.org/protocol/disco#info";
    static final String ITEMS = "http://jabber.org/protocol/disco#items";
    private static final List<String> FEATURES = List.of(
            INFO,
            ITEMS,
            SmallServices.PING,
            TimeService.TIME,
            RosterItem.NAMESPACE,
            "msgoffline",
            AdminCommands.COMMANDS);

    private final String domain;

    DiscoService(String domain) {
        this.domain = domain;
    }

    @Override
    public boolean serves(Element payload) {
        return payload.is("query", INFO) || payload.is("query", ITEMS);
    }

    @Override
    public Element answer(Client from, Element iq, Element payload) throws StanzaError {
        String node = payload.get("node");
        boolean account = iq.get("to") == null || !iq.get("to").equalsIgnoreCase(domain);
        Element query = new Element("query", payload.namespace()).set("node", node);
        if (payload.namespace().equals(ITEMS)) {
            if (AdminCommands.COMMANDS.equals(node) && !account) {
                for (Map.Entry<String, String> command : AdminCommands.TITLES.entrySet()) {
                    query.add(new Element("item", ITEMS)
                            .set("jid", domain)
                            .set("node", command.getKey())
                            .set("name", command.getValue()));
                }
            }
            return query;
        }
        if (node != null && !AdminCommands.TITLES.containsKey(node)) {
            throw new StanzaError("item-not-found", "no such node");
        }
        query.add(new Element("identity", INFO)
                .set("category", account ? "account" : "server")
                .set("type", account ? "registered" : "im")
                .set("name", account ? null : "Rollcall loopback"));
        FEATURES.forEach(feature -> query.add(new Element("feature", INFO).set("var", feature)));
        return query;
    }
}
