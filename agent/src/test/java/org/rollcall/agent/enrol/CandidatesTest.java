package org.rollcall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.Protection;
import org.rollcall.agent.send.FakeLink;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkFailure.Kind;

class CandidatesTest {
    @TempDir
    Path folder;

    private final FakeLink link = new FakeLink();
    private final List<Long> refusedSeconds = new ArrayList<>();
    private PasswordStore store;
    private Candidates candidates;
    private String old;
    private String next;
    private long now = 7;
    private int signedIn;

    @BeforeEach
    void twoPasswords() throws Exception {
        store = new PasswordStore(folder.resolve("password-"), Protection.NONE);
        store.worked(store.makeNext());
        old = store.current();
        next = store.makeNext();
        candidates = new Candidates(
                store, link, () -> now, nanos -> refusedSeconds.add(nanos / 1_000_000_000), () -> signedIn++);
    }

    @Test
    void theCurrentOneIsTriedAndTheNextOneAtOnceWhenItIsRefused() {
        assertEquals(old, asked());
        refuse();
        assertEquals(1, link.reconnects());
        assertEquals(next, asked());
        candidates.up(null);
        assertEquals(next, store.current());
        assertNull(store.next());
        assertEquals(1, signedIn);
        assertEquals(next, asked());
    }

    @Test
    void whileTheCurrentOneWorksTheNextOneIsKept() {
        assertEquals(old, asked());
        candidates.up(null);
        assertEquals(next, store.next());
        assertEquals(old, asked());
    }

    @Test
    void whenBothAreRefusedTheLinkWaitsAsItDoesAndSaysForHowLong() {
        for (int minute : new int[] {0, 2, 4}) {
            now = Duration.ofMinutes(minute).toNanos();
            assertEquals(old, asked());
            refuse();
            assertEquals(next, asked());
            refuse();
        }
        assertEquals(3, link.reconnects());
        assertEquals(List.of(0L, 120L, 240L), refusedSeconds);
    }

    @Test
    void aNetworkThatIsAwaySaysNothingAboutPasswords() {
        asked();
        candidates.down(new LinkFailure(Kind.REFUSED, "no server"));
        assertEquals(old, asked());
        assertEquals(0, link.reconnects());
        assertEquals(List.of(), refusedSeconds);
    }

    @Test
    void theOneThatCentralHasJustSetGoesFirst() {
        candidates.preferNext();
        assertEquals(next, asked());
        refuse();
        assertEquals(old, asked());
    }

    @Test
    void aSignInEndsTheCountOfRefusals() {
        asked();
        refuse();
        asked();
        refuse();
        asked();
        candidates.up(null);
        now = Duration.ofHours(1).toNanos();
        asked();
        refuse();
        asked();
        refuse();
        assertEquals(List.of(0L, 0L), refusedSeconds);
    }

    private String asked() {
        return new String(candidates.get());
    }

    private void refuse() {
        candidates.down(new LinkFailure(Kind.PASSWORD, "wrong"));
    }
}
