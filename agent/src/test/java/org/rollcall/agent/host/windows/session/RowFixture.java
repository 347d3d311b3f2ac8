package org.rollcall.agent.host.windows.session;

import java.time.Instant;

/** Session rows as Windows writes them, for the tests of this package. */
final class RowFixture {
    static final Instant LOGON = Instant.parse("2026-11-22T12:09:56Z");

    private int id = 1;
    private int state;
    private int flags = 1;
    private String user = "kevin.marchais";
    private int protocol;
    private Instant logon = LOGON;
    private Instant input;
    private Instant now;
    private String client = "";
    private int family;
    private byte[] address = new byte[20];

    static RowFixture row() {
        return new RowFixture();
    }

    RowFixture id(int value) {
        id = value;
        return this;
    }

    RowFixture state(int value) {
        state = value;
        return this;
    }

    RowFixture flags(int value) {
        flags = value;
        return this;
    }

    RowFixture user(String value) {
        user = value;
        return this;
    }

    RowFixture logon(Instant value) {
        logon = value;
        return this;
    }

    RowFixture rdp(String name, int clientFamily, byte... bytes) {
        protocol = 2;
        client = name;
        family = clientFamily;
        System.arraycopy(bytes, 0, address, 2, bytes.length);
        return this;
    }

    RowFixture input(Instant last, Instant current) {
        input = last;
        now = current;
        return this;
    }

    SessionRow build() {
        return new SessionRow(
                id,
                state,
                flags,
                user,
                "IUT",
                protocol,
                fileTime(logon),
                fileTime(input),
                fileTime(now),
                client,
                family,
                address);
    }

    private static long fileTime(Instant time) {
        return time == null ? 0 : (time.getEpochSecond() + 11_644_473_600L) * 10_000_000L + time.getNano() / 100;
    }
}
