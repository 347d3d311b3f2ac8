package org.rollcall.central.web;

import java.util.Locale;
import org.rollcall.central.access.Who;

/** Somebody who asks now. */
public record Viewer(Visitor visitor, Rights rights, Locale locale, String address) {

    public Who who() {
        return visitor.who();
    }

    public String id() {
        return visitor.who().id();
    }
}
