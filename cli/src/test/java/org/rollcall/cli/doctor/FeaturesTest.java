package org.rollcall.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final String HEAD = "<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
            + " xmlns:stream='http://etherx.jabber.org/streams' version='1.0'><stream:features>";
    private static final String END = "</stream:features>";

    @Test
    void whatIsOfferedBeforeTlsIsRead() throws Exception {
        Features features =
                Features.of(HEAD + "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>" + END);
        assertEquals(new Features(true, true, Set.of(), false, false), features);
    }

    @Test
    void whatIsOfferedAfterTlsIsRead() throws Exception {
        Features features = Features.of(HEAD
                + "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1</mechanism>"
                + "<mechanism>PLAIN</mechanism></mechanisms><register xmlns='http://jabber.org/features/iq-register'/>"
                + "<register xmlns='urn:xmpp:ibr-token:0'/>" + END);
        assertEquals(Set.of("PLAIN", "SCRAM-SHA-1"), features.mechanisms());
        assertTrue(features.registration());
        assertTrue(features.invitation());
        assertFalse(features.startTls());
    }

    @Test
    void anythingElseIsNoStream() {
        assertThrows(IOException.class, () -> Features.of("HTTP/1.1 400 Bad Request"));
        assertThrows(
                IOException.class,
                () -> Features.of("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + HEAD + "&b;" + END));
    }
}
