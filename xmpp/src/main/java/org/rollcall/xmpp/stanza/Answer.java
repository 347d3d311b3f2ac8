package org.rollcall.xmpp.stanza;

import java.time.Instant;
import org.rollcall.xmpp.command.Table;

/**
 * The {@code <answer/>} of an IQ result: a table as lines of text, or a part of one.
 *
 * @param at when the machine looked
 * @param rows how many rows this part holds
 * @param more the cursor to ask for the next part with; null: this is the last
 * @param note one sentence for people; null for none
 * @param body see {@link TsvCodec}; each part has the header line
 */
public record Answer(String command, Instant at, int rows, String more, String note, String body) {
    public static final String ELEMENT = "answer";

    public XmlNode toXml() {
        return XmlNode.rollcall(ELEMENT)
                .with("command", command)
                .with("at", at)
                .with("rows", rows)
                .with("more", more)
                .with("note", note)
                .text(body);
    }

    public static Answer from(XmlNode node) throws MalformedException {
        Attributes attributes = Elements.expect(node, ELEMENT);
        return new Answer(
                attributes.required("command"),
                attributes.time("at"),
                Math.toIntExact(Math.min(Integer.MAX_VALUE, attributes.number("rows"))),
                attributes.optional("more"),
                attributes.optional("note"),
                node.text());
    }

    /** @throws MalformedException when the body is not a table, or of another number of rows than it says */
    public Table table() throws MalformedException {
        Table table = TsvCodec.decode(body, note);
        if (table.rows().size() != rows) {
            throw new MalformedException("the answer says rows='" + rows + "' and holds "
                    + table.rows().size());
        }
        return table;
    }
}
