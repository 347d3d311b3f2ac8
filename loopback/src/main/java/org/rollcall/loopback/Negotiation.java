package org.rollcall.loopback;

import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.rollcall.loopback.sasl.Exchange;
import org.rollcall.loopback.sasl.Mechanism;
import org.rollcall.loopback.sasl.SaslException;
import org.rollcall.loopback.xml.Element;
import org.rollcall.loopback.xml.StreamException;

/** From the first byte to a bound resource: STARTTLS, SASL, bind (RFC 6120, sections 5 to 7). */
final class Negotiation {
    private static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static final String BIND = "urn:ietf:params:xml:ns:xmpp-bind";
    private static final int TRIES = 3;

    private final Connection connection;
    private final Server server;

    Negotiation(Connection connection, Server server) {
        this.connection = connection;
        this.server = server;
    }

    /** @return null when the client closed the stream before it was signed in */
    Client run() throws StreamException, IOException, InterruptedException {
        open("<starttls xmlns='" + TLS + "'><required/></starttls>");
        if (!startTls()) {
            return null;
        }
        StringBuilder mechanisms = new StringBuilder();
        for (Mechanism mechanism : server.options().mechanisms()) {
            mechanisms.append("<mechanism>").append(mechanism.saslName()).append("</mechanism>");
        }
        open("<mechanisms xmlns='" + SASL + "'>" + mechanisms + "</mechanisms>");
        String user = authenticate();
        if (user == null) {
            return null;
        }
        connection.restart();
        open("<bind xmlns='" + BIND + "'/><session xmlns='" + SmallServices.SESSION + "'><optional/></session>");
        return bind(user);
    }

    private void open(String features) throws StreamException, IOException, InterruptedException {
        Element header = connection.open(features);
        if (!header.is("stream", "http://etherx.jabber.org/streams")) {
            throw new StreamException("invalid-namespace", "not an XMPP stream");
        }
        String to = header.get("to");
        if (to == null || !to.toLowerCase(Locale.ROOT).equals(server.options().domain())) {
            throw new StreamException("host-unknown", "this server is not " + to);
        }
    }

    private boolean startTls() throws StreamException, IOException, InterruptedException {
        for (Element element = connection.read(); element != null; element = connection.read()) {
            if (element.is("starttls", TLS)) {
                connection.writeNow(new Element("proceed", TLS));
                connection.startTls();
                return true;
            }
            if (!element.is("auth", SASL)) {
                throw new StreamException("policy-violation", "TLS is required before anything else");
            }
            fail("encryption-required");
        }
        return false;
    }

    /** @return the localpart, or null when the client closed the stream */
    private String authenticate() throws StreamException, IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; ) {
            Element auth = connection.read();
            if (auth == null) {
                return null;
            }
            if (!auth.namespace().equals(SASL)) {
                throw new StreamException("not-authorized", "sign in first");
            }
            if (auth.name().equals("abort")) {
                fail("aborted");
                continue;
            }
            try {
                Exchange exchange = begin(auth);
                byte[] answer = exchange.answer(decoded(auth));
                while (exchange.user() == null) {
                    say("challenge", answer);
                    Element response = connection.read();
                    if (response == null) {
                        return null;
                    }
                    if (!response.is("response", SASL)) {
                        throw new SaslException(response.is("abort", SASL) ? "aborted" : "malformed-request");
                    }
                    answer = exchange.answer(decoded(response));
                }
                say("success", answer);
                return exchange.user();
            } catch (SaslException e) {
                tries++;
                fail(e.condition());
            }
        }
        throw new StreamException("policy-violation", "too many failed attempts to sign in");
    }

    private Exchange begin(Element auth) throws SaslException {
        for (Mechanism mechanism : server.options().mechanisms()) {
            if (auth.name().equals("auth") && mechanism.saslName().equals(auth.get("mechanism"))) {
                return mechanism.begin(server.domain()::credentials);
            }
        }
        throw new SaslException("invalid-mechanism");
    }

    private static byte[] decoded(Element element) throws SaslException {
        String text = element.text().trim();
        try {
            // "=" is an empty text (RFC 6120, section 6.4.2).
            return Base64.getDecoder().decode(text.equals("=") ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new SaslException("incorrect-encoding");
        }
    }

    private void say(String name, byte[] data) throws IOException {
        connection.writeNow(new Element(name, SASL).text(Base64.getEncoder().encodeToString(data)));
    }

    private void fail(String condition) throws IOException {
        connection.writeNow(new Element("failure", SASL).add(new Element(condition, SASL)));
    }

    private Client bind(String user) throws StreamException, IOException, InterruptedException {
        Element iq = connection.read();
        if (iq == null) {
            return null;
        }
        Element bind = iq.child("bind", BIND);
        if (!iq.is("iq", Element.CLIENT) || !"set".equals(iq.get("type")) || bind == null) {
            throw new StreamException("not-authorized", "bind a resource first");
        }
        Element wanted = bind.child("resource", BIND);
        String resource =
                wanted == null || wanted.text().isBlank() ? UUID.randomUUID().toString() : wanted.text();
        connection.openOutbox();
        return server.domain()
                .bind(
                        user,
                        resource,
                        connection,
                        full -> Element.stanza("iq")
                                .set("type", "result")
                                .set("id", iq.get("id"))
                                .add(new Element("bind", BIND).add("jid", full.toString())));
    }
}
