package org.rollcall.central.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.rollcall.xmpp.text.XmlText;

/** A WHERE clause that grows; whatever came from a person is bound, never written into it. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds nothing when what was asked for is null. */
    Conditions and(Object asked, String condition, String name, Object value) {
        if (asked != null) {
            conditions.add(condition);
            // PostgreSQL refuses a NUL, with an error instead of no rows.
            values.put(name, value instanceof String text ? XmlText.clean(text) : value);
        }
        return this;
    }

    Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Keys of our own tables, which need no binding. None: nothing matches. */
    Conditions in(String column, Collection<Long> ids) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return and(ids.isEmpty() ? "1 = 0" : column + " IN (" + list + ")");
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        return query;
    }

    @Override
    public String toString() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
}
