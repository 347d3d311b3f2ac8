package org.rollcall.xmpp.entity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;
import org.rollcall.xmpp.text.Messages;

/** XEP-0030: who we are, what we understand, and what lies below our nodes; to those who have a role. */
public final class Disco {
    public static final String INFO = "http://jabber.org/protocol/disco#info";
    public static final String ITEMS = "http://jabber.org/protocol/disco#items";

    /** What lies at or below one node. */
    public interface Node {
        /** Identity and features; null when this asker may not know the node. */
        XmlNode info(Jid asker, String node, Locale locale);

        /** The items; null when this asker may not know the node, or there is none. */
        XmlNode items(Jid asker, String node, Locale locale);
    }

    private final Entity entity;
    private final String name;
    private final Collection<String> features = new TreeSet<>();
    private final ConcurrentMap<String, Node> nodes = new ConcurrentHashMap<>();

    /** @param name what we are, for people: Rollcall agent, say */
    public Disco(Entity entity, String name) {
        this.entity = entity;
        this.name = name;
        feature(INFO, ITEMS, Caps.NAMESPACE);
        entity.answer(IQ.Type.get, "query", INFO, this::info);
        entity.answer(IQ.Type.get, "query", ITEMS, this::items);
    }

    public synchronized void feature(String... vars) {
        features.addAll(Arrays.asList(vars));
    }

    /** @param prefix answers for every node that begins with it */
    public void node(String prefix, Node node) {
        nodes.put(prefix, node);
    }

    /** For our presence; ask after all features are there. */
    public XmlNode caps() {
        return Caps.toXml(name, features());
    }

    String name() {
        return name;
    }

    private synchronized List<String> features() {
        return List.copyOf(features);
    }

    private void info(IQ request) {
        String node = request instanceof DiscoverInfo info ? info.getNode() : null;
        answer(request, INFO, node, at -> at.info(request.getFrom(), node, Entity.language(request)), this::own);
    }

    private void items(IQ request) {
        String node = request instanceof DiscoverItems items ? items.getNode() : null;
        answer(
                request,
                ITEMS,
                node,
                at -> at.items(request.getFrom(), node, Entity.language(request)),
                () -> new XmlNode("query", ITEMS));
    }

    private void answer(
            IQ request, String namespace, String node, Function<Node, XmlNode> below, Supplier<XmlNode> here) {
        if (!entity.admits(request)) {
            return;
        }
        boolean ours =
                node == null || namespace.equals(INFO) && node.equals(Caps.NODE + "#" + Caps.hash(name, features()));
        XmlNode query = ours
                ? here.get()
                : nodes.entrySet().stream()
                        .filter(entry -> node.startsWith(entry.getKey()))
                        .findFirst()
                        .map(entry -> below.apply(entry.getValue()))
                        .orElse(null);
        if (query == null) {
            entity.refuse(request, unknown(request));
        } else {
            entity.send(NodeIq.result(request, query.with("node", node)));
        }
    }

    private XmlNode own() {
        XmlNode query = new XmlNode("query", INFO);
        query.child("identity")
                .with("category", Caps.CATEGORY)
                .with("type", Caps.TYPE)
                .with("name", name);
        features().forEach(feature -> query.child("feature").with("var", feature));
        return query;
    }

    static Refusal unknown(IQ request) {
        return new Refusal(
                Refusal.Reason.ITEM_NOT_FOUND,
                Messages.beside(Disco.class, Entity.language(request)).text("refused.item"));
    }
}
