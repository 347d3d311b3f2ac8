package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jivesoftware.smack.SmackException.SmackSaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.xmpp.link.ScramMechanism.Hash;

class ScramMechanismTest {
    private static final String NONCE_256 = "rOprNGfwEbeRWgbNEkqO";
    private static final String SERVER_FIRST_256 =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

    @Test
    void sha256AgreesWithTheExampleOfRfc7677() throws Exception {
        ScramMechanism scram = new ScramMechanism(Hash.SHA_256, () -> NONCE_256);

        assertEquals("n,,n=user,r=rOprNGfwEbeRWgbNEkqO", scram.clientFirst("user"));
        assertEquals(
                "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                scram.clientFinal(SERVER_FIRST_256, "pencil"));
        scram.checkServerFinal("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
        scram.checkIfSuccessfulOrThrow();
    }

    @Test
    void sha1AgreesWithTheExampleOfRfc5802() throws Exception {
        ScramMechanism scram = new ScramMechanism(Hash.SHA_1, () -> "fyko+d2lbbFgONRv9qkxdawL");

        assertEquals("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL", scram.clientFirst("user"));
        assertEquals(
                "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
                scram.clientFinal("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096", "pencil"));
        scram.checkServerFinal("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=");
        scram.checkIfSuccessfulOrThrow();
    }

    @Test
    void aServerThatDoesNotProveItselfIsNotBelieved() throws Exception {
        ScramMechanism scram = answered();

        assertThrows(SmackSaslException.class, scram::checkIfSuccessfulOrThrow);
        assertThrows(
                SmackSaslException.class,
                () -> scram.checkServerFinal("v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
        assertThrows(SmackSaslException.class, scram::checkIfSuccessfulOrThrow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4095", "1000001", "2147483647", "99999999999", "-1", "x"})
    void anUnreasonableNumberOfIterationsIsRefused(String iterations) {
        ScramMechanism scram = started();
        String challenge = SERVER_FIRST_256.replace("i=4096", "i=" + iterations);

        assertThrows(SmackSaslException.class, () -> scram.clientFinal(challenge, "pencil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r",
                "r=another,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,s=***,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,i=4096",
                "m=ext,r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
            })
    void aMalformedChallengeIsRefused(String challenge) {
        ScramMechanism scram = started();

        assertThrows(SmackSaslException.class, () -> scram.clientFinal(challenge, "pencil"));
    }

    @Test
    void aNameWithCommaOrEqualsSignIsEscaped() {
        ScramMechanism scram = new ScramMechanism(Hash.SHA_256, () -> "x");

        assertEquals("n,,n=a=2Cb=3Dc,r=x", scram.clientFirst("a,b=c"));
    }

    @Test
    void sha256IsPreferredToSha1AndBothToSmacksOwn() {
        int sha256 = new ScramMechanism(Hash.SHA_256).getPriority();
        int sha1 = new ScramMechanism(Hash.SHA_1).getPriority();

        assertTrue(sha256 < sha1);
        assertTrue(sha1 < new org.jivesoftware.smack.sasl.core.SCRAMSHA1Mechanism().getPriority());
    }

    private static ScramMechanism started() {
        ScramMechanism scram = new ScramMechanism(Hash.SHA_256, () -> NONCE_256);
        scram.clientFirst("user");
        return scram;
    }

    private static ScramMechanism answered() throws SmackSaslException {
        ScramMechanism scram = started();
        scram.clientFinal(SERVER_FIRST_256, "pencil");
        return scram;
    }
}
