package org.rollcall.tests.enrol;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.tests.fixture.ServerKind;

/** Each test has a server and a central of its own. */
abstract class WithSite {
    final ServerKind kind;
    Site site;

    private final String rooms;

    /** @param rooms the lines of the park's rooms file */
    WithSite(ServerKind kind, String rooms) {
        this.kind = kind;
        this.rooms = rooms;
    }

    @BeforeEach
    void start() {
        site = new Site(kind, rooms);
    }

    @AfterEach
    void end() {
        site.close();
    }
}
