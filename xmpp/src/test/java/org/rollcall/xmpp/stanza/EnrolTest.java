package org.rollcall.xmpp.stanza;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EnrolTest {
    private static final String SECRET = "Zk3_9-aaaaaaaaaaaaaaaaaaaa";
    private static final Enrol ASKED = new Enrol(
            "A201B7",
            "4c4c4544-0042",
            null,
            new TreeSet<>(List.of("00:1a:2b:3c:4d:5e", "00:1a:2b:3c:4d:5f")),
            "1.0.0",
            SECRET);

    @Test
    void whatAPcAsksIsReadBack() throws Exception {
        assertEquals(ASKED, Enrol.from(Parsed.node(ASKED.toXml())));
        assertEquals(
                "<enrol xmlns='urn:rollcall:1' name='A201B7' uuid='4c4c4544-0042' version='1.0.0'>"
                        + "<mac>00:1a:2b:3c:4d:5e</mac><mac>00:1a:2b:3c:4d:5f</mac><password>" + SECRET
                        + "</password></enrol>",
                ASKED.toXml().toString());
    }

    @Test
    void itsPasswordIsNotInItsText() {
        assertFalse(ASKED.toString().contains(SECRET));
    }

    @Test
    void whatIsNoRequestIsRefusedWithWhatIsWrong() {
        refused("<enrol xmlns='urn:rollcall:1'/>", "<enrol>: name is missing");
        refused(
                "<enrol xmlns='urn:rollcall:1' name='a'><password>short</password></enrol>",
                "<enrol>: one password of 24 to 128 letters, digits, - and _ is wanted");
        refused(
                "<enrol xmlns='urn:rollcall:1' name='a'><mac>x</mac></enrol>",
                "<enrol>: a MAC address is not one such as 00:1a:2b:3c:4d:5e");
        refused(
                "<enrol xmlns='urn:rollcall:1' name='a'>" + "<mac>00:1a:2b:3c:4d:5e</mac>".repeat(33) + "</enrol>",
                "<enrol> holds 33 MAC addresses, not 0 to 32");
    }

    @Test
    void centralsAnswersAreReadBack() throws Exception {
        Enrolment done = Enrolment.done("a201b7@iut.rdz");
        Enrolment waits = Enrolment.waiting(Enrolment.Reasons.HARDWARE, Duration.ofMinutes(5));
        assertTrue(done.enrolled());
        assertEquals(done, Enrolment.from(Parsed.node(done.toXml())));
        assertEquals(waits, Enrolment.from(Parsed.node(waits.toXml())));
    }

    @Test
    void aNewPasswordIsReadBackAndANewPasswordThatIsNoneIsRefused() throws Exception {
        assertEquals(SECRET, NewPassword.from(Parsed.node(NewPassword.answer(SECRET))));
        assertThrows(MalformedException.class, () -> NewPassword.from(NewPassword.request()));
    }

    private static void refused(String xml, String why) {
        assertEquals(
                why,
                assertThrows(MalformedException.class, () -> Enrol.from(Parsed.node(xml)))
                        .getMessage());
    }
}
