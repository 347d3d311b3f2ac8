package org.rollcall.central.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A request's query parameters, checked; what is not given, or empty, is null or the default. */
public final class Query {
    private static final int LONGEST = 256;

    private final Context context;

    public Query(Context context) {
        this.context = context;
    }

    public String text(String name) {
        String value = context.queryParam(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw ApiException.badRequest(name + ": 1-" + LONGEST);
        }
        return value.strip();
    }

    public Instant instant(String name) {
        String value = text(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException malformed) {
            throw ApiException.badRequest(name + ": 2026-11-22T13:09:56Z");
        }
    }

    public LocalDate day(String name, LocalDate otherwise) {
        String value = text(name);
        try {
            return value == null ? otherwise : LocalDate.parse(value);
        } catch (DateTimeException malformed) {
            throw ApiException.badRequest(name + ": 2026-11-22");
        }
    }

    public ZoneId zone(String name, ZoneId otherwise) {
        String value = text(name);
        try {
            return value == null ? otherwise : ZoneId.of(value);
        } catch (DateTimeException unknown) {
            throw ApiException.badRequest(name + ": Europe/Paris");
        }
    }

    public int count(String name, int otherwise, int most) {
        Long value = number(name);
        if (value == null) {
            return otherwise;
        }
        if (value < 1 || value > most) {
            throw ApiException.badRequest(name + ": 1-" + most);
        }
        return value.intValue();
    }

    public Long number(String name) {
        String value = text(name);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException malformed) {
            throw ApiException.badRequest(name + ": 0-9");
        }
    }
}
