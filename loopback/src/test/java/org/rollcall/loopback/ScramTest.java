package org.rollcall.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.loopback.xml.Element;

class ScramTest extends ServerFixture {

    @ParameterizedTest
    @CsvSource({"SCRAM-SHA-1, HmacSHA1, SHA-1, 160", "SCRAM-SHA-256, HmacSHA256, SHA-256, 256"})
    void theRightPasswordSignsInAndTheServerProvesItselfToo(String mechanism, String mac, String digest, int bits)
            throws Exception {
        Scram scram = new Scram(ready(), mechanism, mac, digest, bits);
        Element success = scram.signIn("a201b7", "pw");
        assertEquals("success", success.name());
        assertEquals(
                scram.expectedSignature,
                new String(Base64.getDecoder().decode(success.text()), StandardCharsets.UTF_8));
    }

    @Test
    void aWrongPasswordAnUnknownAccountAndAFaultyBindingAreNotAuthorized() throws Exception {
        Scram wrong = new Scram(ready(), "SCRAM-SHA-256", "HmacSHA256", "SHA-256", 256);
        assertEquals("not-authorized", wrong.signIn("a201b7", "wrong").first().name());
        assertEquals("not-authorized", wrong.signIn("nobody", "pw").first().name());
        wrong.binding = "eSws";
        assertEquals("not-authorized", wrong.signIn("a201b7", "pw").first().name());
        assertEquals("policy-violation", wrong.client.next().first().name(), "three failures are enough");
    }

    @Test
    void aPasswordPutRightWorksAtTheNextTry() throws Exception {
        server.setPassword("a201b7", "new");
        Scram scram = new Scram(ready(), "SCRAM-SHA-256", "HmacSHA256", "SHA-256", 256);
        assertEquals("failure", scram.signIn("a201b7", "pw").name());
        assertEquals("success", scram.signIn("a201b7", "new").name());
    }

    @Test
    void rubbishIsRefusedAndTheStreamGoesOn() throws Exception {
        RawClient client = ready();
        for (String[] rubbish : new String[][] {{"SCRAM-SHA-1", "!"}, {"SCRAM-SHA-1", "eA=="}}) {
            client.send(
                    "<auth xmlns='" + RawClient.SASL + "' mechanism='" + rubbish[0] + "'>" + rubbish[1] + "</auth>");
            assertEquals("failure", client.next().name());
        }
    }

    @Test
    void plainIsNotOfferedUnlessATestAsksForIt() throws Exception {
        try (LoopbackServer usual = LoopbackServer.builder()
                        .domain(DOMAIN)
                        .account("a", "pw")
                        .start();
                RawClient client = new RawClient(usual)) {
            client.open();
            client.startTls();
            List<String> offered = new ArrayList<>();
            client.open().first().children().forEach(mechanism -> offered.add(mechanism.text()));
            assertEquals(List.of("SCRAM-SHA-256", "SCRAM-SHA-1"), offered);
            client.send("<auth xmlns='" + RawClient.SASL + "' mechanism='PLAIN'>" + RawClient.base64("\0a\0pw")
                    + "</auth>");
            assertEquals("invalid-mechanism", client.next().first().name());
        }
    }

    private RawClient ready() throws Exception {
        RawClient client = connected();
        client.open();
        client.startTls();
        client.open();
        return client;
    }

    /** The client's side, straight from RFC 5802. */
    private static final class Scram {
        final RawClient client;
        private final String mechanism;
        private final String mac;
        private final String digest;
        private final int bits;
        String binding = "biws";
        String expectedSignature;

        Scram(RawClient client, String mechanism, String mac, String digest, int bits) {
            this.client = client;
            this.mechanism = mechanism;
            this.mac = mac;
            this.digest = digest;
            this.bits = bits;
        }

        Element signIn(String user, String password) throws Exception {
            String first = "n=" + user + ",r=abc";
            client.send("<auth xmlns='" + RawClient.SASL + "' mechanism='" + mechanism + "'>"
                    + RawClient.base64("n,," + first) + "</auth>");
            String challenge =
                    new String(Base64.getDecoder().decode(client.next().text()), StandardCharsets.UTF_8);
            String[] parts = challenge.split(",");
            assertFalse(parts[0].equals("r=abc"), "the server adds to the nonce");
            byte[] salt = Base64.getDecoder().decode(parts[1].substring(2));
            int iterations = Integer.parseInt(parts[2].substring(2));
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2With" + mac)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, bits))
                    .getEncoded();
            String last = "c=" + binding + "," + parts[0];
            byte[] auth = (first + "," + challenge + "," + last).getBytes(StandardCharsets.UTF_8);
            byte[] proof = hmac(salted, "Client Key".getBytes(StandardCharsets.UTF_8));
            byte[] stored = MessageDigest.getInstance(digest).digest(proof);
            byte[] signature = hmac(stored, auth);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= signature[i];
            }
            byte[] serverKey = hmac(salted, "Server Key".getBytes(StandardCharsets.UTF_8));
            expectedSignature = "v=" + Base64.getEncoder().encodeToString(hmac(serverKey, auth));
            client.send("<response xmlns='" + RawClient.SASL + "'>"
                    + RawClient.base64(last + ",p=" + Base64.getEncoder().encodeToString(proof)) + "</response>");
            return client.next();
        }

        private byte[] hmac(byte[] key, byte[] data) throws Exception {
            Mac hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(key, mac));
            return hmac.doFinal(data);
        }
    }
}
