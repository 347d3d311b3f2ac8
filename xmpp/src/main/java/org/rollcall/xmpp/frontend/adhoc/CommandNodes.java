package org.rollcall.xmpp.frontend.adhoc;

import java.util.List;
import java.util.Locale;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.stanza.XmlNode;

/** XEP-0050, section 2.2: which commands there are, for this asker, in his language. */
final class CommandNodes implements Disco.Node {
    private final Entity entity;
    private final CommandRunner runner;
    private final CommandTexts texts;

    CommandNodes(Entity entity, CommandRunner runner, CommandTexts texts) {
        this.entity = entity;
        this.runner = runner;
        this.texts = texts;
    }

    @Override
    public XmlNode info(Jid asker, String node, Locale locale) {
        XmlNode query = new XmlNode("query", Disco.INFO);
        if (node.equals(AdHoc.NAMESPACE)) {
            query.child("identity").with("category", "automation").with("type", "command-list");
            return query;
        }
        for (Command command : visible(asker)) {
            if (node.equals(AdHoc.NODE_PREFIX + command.name())) {
                query.child("identity")
                        .with("category", "automation")
                        .with("type", "command-node")
                        .with("name", texts.command(command.name(), locale));
                query.child("feature").with("var", AdHoc.NAMESPACE);
                query.child("feature").with("var", AdHoc.FORMS);
                return query;
            }
        }
        return null;
    }

    @Override
    public XmlNode items(Jid asker, String node, Locale locale) {
        XmlNode query = new XmlNode("query", Disco.ITEMS);
        if (node.equals(AdHoc.NAMESPACE)) {
            for (Command command : visible(asker)) {
                query.child("item")
                        .with("jid", entity.self().orElse(null))
                        .with("node", AdHoc.NODE_PREFIX + command.name())
                        .with("name", texts.command(command.name(), locale));
            }
            return query;
        }
        return info(asker, node, locale) == null ? null : query;
    }

    private List<Command> visible(Jid asker) {
        return runner.access().roleOf(asker).map(runner::visibleTo).orElse(List.of());
    }
}
