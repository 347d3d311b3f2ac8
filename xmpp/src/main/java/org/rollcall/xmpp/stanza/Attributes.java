package org.rollcall.xmpp.stanza;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads the attributes of one element: strict about those asked for, blind to all others. */
final class Attributes {
    /** The longest value that is accepted: four times the longest name. */
    static final int LONGEST = 1024;

    private final XmlNode node;

    Attributes(XmlNode node) {
        this.node = node;
    }

    String optional(String name) throws MalformedException {
        String value = node.attribute(name);
        if (value != null && value.length() > LONGEST) {
            throw wrong(name, "is longer than " + LONGEST + " characters");
        }
        return value == null || value.isEmpty() ? null : value;
    }

    String required(String name) throws MalformedException {
        String value = optional(name);
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    Instant time(String name) throws MalformedException {
        return instant(name, required(name));
    }

    Instant optionalTime(String name) throws MalformedException {
        String value = optional(name);
        return value == null ? null : instant(name, value);
    }

    /** A whole number from 0 up. */
    long number(String name) throws MalformedException {
        String value = required(name);
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a negative number.
        }
        throw wrong(name, "is not a whole number: " + shortened(value));
    }

    /** Null when absent. XML Schema's boolean: true, false, 1 or 0. */
    Boolean optionalFlag(String name) throws MalformedException {
        String value = optional(name);
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> throw wrong(name, "is neither true nor false: " + shortened(value));
        };
    }

    MalformedException wrong(String name, String what) {
        return new MalformedException("<" + node.getElementName() + ">: " + name + " " + what);
    }

    /** XEP-0082 allows any zone, ours writes Z. */
    private Instant instant(String name, String value) throws MalformedException {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, "is not a time such as 2026-11-22T12:09:56Z: " + shortened(value));
        }
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
