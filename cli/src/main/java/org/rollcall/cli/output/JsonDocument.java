package org.rollcall.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Outcome.Unanswered;
import org.rollcall.xmpp.command.Column;

/** What {@code --json} prints: who answered what, and who did not and why. */
final class JsonDocument {
    private JsonDocument() {}

    static Map<String, Object> of(String command, List<Answered> answers, List<Unanswered> others) {
        List<Object> answered = new ArrayList<>();
        for (Answered answer : answers) {
            List<Object> rows = new ArrayList<>();
            List<Column> columns = answer.table().columns();
            for (List<Object> cells : answer.table().rows()) {
                rows.add(TablePrinter.row(columns, cells));
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("machine", answer.target().name());
            one.put("jid", answer.target().account());
            one.put("at", answer.at());
            one.put("note", answer.table().note());
            one.put("rows", rows);
            answered.add(one);
        }
        List<Object> unanswered = new ArrayList<>();
        for (Unanswered other : others) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("machine", other.target().name());
            one.put("jid", other.target().account());
            one.put("reason", other.reason());
            one.put("text", other.sentence());
            unanswered.add(one);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", command);
        document.put("answers", answered);
        document.put("unanswered", unanswered);
        return document;
    }
}
