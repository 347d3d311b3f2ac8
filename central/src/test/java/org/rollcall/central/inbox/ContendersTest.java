package org.rollcall.central.inbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rollcall.central.fake.FakeBoard;
import org.rollcall.central.fake.FakeTime;

class ContendersTest {
    private final FakeTime time = new FakeTime();
    private final Contenders contenders = new Contenders(time);

    private boolean heard(String journal) {
        return contenders.heard(FakeBoard.jid("a201b7"), journal);
    }

    @Test
    void oneAgentThatRestartsIsNoContender() {
        for (String journal : new String[] {"j1", "j1", "j2", "j3", "j4", "j5"}) {
            assertFalse(heard(journal));
        }
        assertFalse(contenders.isContended(FakeBoard.jid("a201b7")));
    }

    @Test
    void aJournalThatComesBackTellsOfTwo() {
        assertFalse(heard("j1"));
        assertFalse(heard("j2"));
        assertTrue(heard("j1"));
        assertFalse(heard("j2"), "told once");
        assertTrue(contenders.isContended(FakeBoard.jid("a201b7")));
        time.pass(Duration.ofHours(2));
        assertFalse(contenders.isContended(FakeBoard.jid("a201b7")));
        assertTrue(heard("j1"), "and again when it goes on");
    }
}
