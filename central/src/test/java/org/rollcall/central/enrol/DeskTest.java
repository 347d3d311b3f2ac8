package org.rollcall.central.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.central.enrol.DeskRig.jid;
import static org.rollcall.central.enrol.DeskRig.pc;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.central.enrol.AccountException.Kind;
import org.rollcall.xmpp.stanza.XmlNode;

/** Who gets an account at the desk, and who waits. */
class DeskTest {
    private final DeskRig rig = new DeskRig();

    @Test
    void aNewNameGetsAnAccountWhileAWindowIsOpen() {
        assertEquals("closed", rig.asks(pc("A201B7", 1)));
        assertEquals(1, rig.applicants.all(rig.now()).size());
        rig.opens("A201", false);
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 1)));
        assertEquals(DeskRig.PASSWORD, rig.accounts.passwords.get(jid("a201b7")));
        assertTrue(rig.machines.isKnown(jid("a201b7")));
        assertEquals(
                DeskRig.fingerprint(1),
                rig.machines.find(jid("a201b7")).orElseThrow().hardware());
        assertEquals(List.of(jid("a201b7")), rig.sought);
        assertEquals(List.of(), rig.applicants.all(rig.now()));
        assertEquals("closed", rig.asks(pc("A202B7", 2)), "another room");
        assertEquals(List.of("enrol closed", "enrol done"), rig.audited("a201b7"));
        assertTrue(rig.trail.lines.stream().noneMatch(line -> line.toString().contains(DeskRig.PASSWORD)));
    }

    @Test
    void onlyTheEnrolmentAccountIsHeard() {
        rig.opens(null, true);
        for (String other : List.of("mallory", "a201b7", "a201admin")) {
            assertEquals(
                    "forbidden",
                    DeskRig.told(rig.answer(jid(other), pc("A201B7", 1).toXml())));
        }
        assertEquals(3, rig.desk.strangers());
        assertEquals(0, rig.accounts.passwords.size());
    }

    @Test
    void namesOutsideTheParkAndPeoplesOwnAreNoMachines() {
        rig.opens(null, true);
        for (String name : List.of("LAPTOP", "windows", "teacher", "A201ADMIN")) {
            assertEquals("item-not-found", rig.asks(pc(name, 1)), name);
        }
        assertEquals("bad-request", rig.asks(pc("", 1)));
        XmlNode noPassword = XmlNode.rollcall("enrol").with("name", "A201B7");
        assertEquals("bad-request", DeskRig.told(rig.answer(DeskRig.ACCOUNT, noPassword)));
        assertEquals(0, rig.accounts.passwords.size());
    }

    @Test
    void aKnownNameWithOtherHardwareWaitsForAPersonsYes() {
        rig.opens("A201", false);
        rig.asks(pc("A201B7", 1));
        assertEquals("hardware", rig.asks(pc("A201B7", 2)));
        rig.says("a201b7", 3, true);
        assertEquals("hardware", rig.asks(pc("A201B7", 2)), "the yes was for another one");
        rig.says("a201b7", 2, true);
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 2, "q".repeat(32))));
        assertEquals("q".repeat(32), rig.accounts.passwords.get(jid("a201b7")));
        assertEquals("hardware", rig.asks(pc("A201B7", 1, "r".repeat(32))), "and is used up: the first is the other");
    }

    @Test
    void aWindowForKnownNamesLetsReimagedRoomsIn() {
        rig.opens("A201", false);
        rig.asks(pc("A201B7", 1));
        rig.opens("A201", true);
        rig.present.add(jid("a201b7"));
        assertEquals("hardware", rig.asks(pc("A201B7", 2)), "not in place of one that is there");
        rig.present.clear();
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 2)));
        assertEquals(
                DeskRig.fingerprint(2),
                rig.machines.find(jid("a201b7")).orElseThrow().hardware());
    }

    @Test
    void theSameHardwareComesBackWhileAWindowIsOpenUnlessItIsThere() {
        rig.opens("A201", false);
        rig.asks(pc("A201B7", 1));
        rig.present.add(jid("a201b7"));
        assertEquals("hardware", rig.asks(pc("A201B7", 1, "q".repeat(32))));
        rig.present.clear();
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 1, "q".repeat(32))));
        rig.windows.close("A201");
        assertEquals("closed", rig.asks(pc("A201B7", 1, "r".repeat(32))));
        assertEquals("q".repeat(32), rig.accounts.passwords.get(jid("a201b7")));
    }

    @Test
    void whoHidesHisHardwareIsNotTheSame() {
        rig.opens("A201", false);
        rig.asks(pc("A201B7", 1));
        assertEquals(
                "hardware",
                rig.asks(new org.rollcall.xmpp.stanza.Enrol(
                        "A201B7", null, null, new java.util.TreeSet<>(), "1", DeskRig.PASSWORD)));
    }

    @Test
    void anAnswerThatWasLostIsGivenOnceMore() {
        rig.opens("A201", false);
        rig.asks(pc("A201B7", 1));
        rig.windows.close("A201");
        rig.present.add(jid("a201b7"));
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 1)));
        assertEquals("hardware", rig.asks(pc("A201B7", 1, "q".repeat(32))), "but not with another password");
    }

    @Test
    void anAccountThatCentralKnowsNothingOfIsNotTakenOver() {
        rig.accounts.passwords.put(jid("a201b7"), "somebody's");
        rig.opens(null, true);
        assertEquals("hardware", rig.asks(pc("A201B7", 1)));
        assertEquals("somebody's", rig.accounts.passwords.get(jid("a201b7")));
        assertFalse(rig.machines.isKnown(jid("a201b7")));
        rig.says("a201b7", 1, true);
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 1)));
    }

    @Test
    void anAccountThatWasMadeBeforehandTakesAWindowForKnownNames() {
        rig.accounts.passwords.put(jid("a201b7"), "made beforehand");
        rig.machines.approve(jid("a201b7"), "A201B7");
        rig.opens("A201", false);
        assertEquals("hardware", rig.asks(pc("A201B7", 1)));
        rig.opens("A201", true);
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 1)));
    }

    @Test
    void aRenamedPcKeepsItsMachineOnceAPersonHasSaidYes() {
        rig.opens(null, false);
        rig.asks(pc("A201B7", 1));
        assertEquals("hardware", rig.asks(pc("A202D1", 1)));
        assertEquals(jid("a201b7"), rig.applicants.all(rig.now()).get(0).formerly());
        rig.says("a202d1", 1, true);
        assertEquals("a202d1@iut.rdz", rig.asks(pc("A202D1", 1)));
        assertTrue(rig.machines.find(jid("a201b7")).isEmpty());
        assertTrue(rig.machines.isKnown(jid("a202d1")));
        assertNull(rig.accounts.passwords.get(jid("a201b7")), "the old account is of no use to anybody");
    }

    @Test
    void aMachineThatIsThereIsNotRenamedAway() {
        rig.opens(null, true);
        rig.asks(pc("A201B7", 1));
        rig.present.add(jid("a201b7"));
        assertEquals("hardware", rig.asks(pc("A202D1", 1)));
        rig.says("a202d1", 1, true);
        assertEquals("a202d1@iut.rdz", rig.asks(pc("A202D1", 1)));
        assertTrue(rig.machines.isKnown(jid("a201b7")));
    }

    @Test
    void aNoIsForThatHardwareAndAWithdrawnMachineStaysOut() throws Exception {
        rig.opens(null, true);
        rig.says("a201b7", 1, false);
        assertEquals("refused", rig.asks(pc("A201B7", 1)));
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 2)));
        rig.office.withdraw(jid("a201b7"));
        assertEquals("refused", rig.asks(pc("A201B7", 2)));
        assertFalse(rig.accounts.passwords.containsKey(jid("a201b7")));
        assertFalse(rig.machines.isKnown(jid("a201b7")));
    }

    @Test
    void windowsCloseByThemselvesAndAYesRunsOut() {
        rig.opens("A201", false);
        rig.says("a202b1", 4, true);
        rig.time.pass(Duration.ofHours(3));
        assertEquals("closed", rig.asks(pc("A201B7", 1)));
        rig.windows.tick();
        assertEquals(List.of(), rig.enrolments.windows());
        assertEquals(List.of("close-enrolment done"), rig.audited("A201"));
        rig.time.pass(Rules.YES_HOLDS);
        assertEquals("closed", rig.asks(pc("A202B1", 4)));
    }

    @Test
    void aServerInTroubleMakesThemComeAgain() {
        rig.opens("A201", false);
        rig.accounts.failing = new AccountException(Kind.UNREACHABLE, "add-user: no answer from the server");
        assertEquals("busy", rig.asks(pc("A201B7", 1)));
        rig.accounts.failing = null;
        assertEquals("a201b7@iut.rdz", rig.asks(pc("A201B7", 1)));
        assertEquals(List.of("enrol unreachable", "enrol done"), rig.audited("a201b7"));
    }

    @Test
    void tooMuchAtOnceIsToldToComeAgain() {
        rig.opens(null, false);
        rig.slow = true;
        assertNull(rig.answer(DeskRig.ACCOUNT, pc("A201B1", 1).toXml()));
        assertEquals(
                "busy", DeskRig.told(rig.answer(DeskRig.ACCOUNT, pc("A201B1", 1).toXml())), "one at a time");
        assertNull(rig.answer(DeskRig.ACCOUNT, pc("A201B2", 2).toXml()));
        assertEquals(
                "busy", DeskRig.told(rig.answer(DeskRig.ACCOUNT, pc("A201B3", 3).toXml())), "the queue is full");
        rig.queued.forEach(Runnable::run);
        assertEquals(2, rig.accounts.passwords.size());
        rig.slow = false;
        for (int i = 0; i < 5; i++) {
            rig.answer(DeskRig.ACCOUNT, pc("A201B9", 9, DeskRig.PASSWORD + i).toXml());
        }
        assertEquals(
                "a201b3@iut.rdz",
                DeskRig.told(rig.answer(DeskRig.ACCOUNT, pc("A201B3", 3).toXml())));
        rig.answer(DeskRig.ACCOUNT, pc("A201B9", 9).toXml());
        assertEquals(
                "busy", DeskRig.told(rig.answer(DeskRig.ACCOUNT, pc("A201B9", 9).toXml())), "seven in a minute");
    }

    @Test
    void aFloodFillsNeitherTheListNorTheAudit() {
        for (int i = 0; i < 20; i++) {
            rig.asks(pc("A201B7", i));
        }
        assertEquals(5, rig.applicants.all(rig.now()).size(), "of one name");
        for (int i = 0; i < 2_500; i++) {
            rig.answer(DeskRig.ACCOUNT, pc("A201X" + i, 1).toXml());
        }
        assertEquals(Applicants.MOST, rig.applicants.all(rig.now()).size());
        assertTrue(rig.trail.lines.size() <= 2_020, "lines: " + rig.trail.lines.size());
        rig.time.pass(Duration.ofHours(13));
        assertEquals(List.of(), rig.applicants.all(rig.now()));
    }
}
