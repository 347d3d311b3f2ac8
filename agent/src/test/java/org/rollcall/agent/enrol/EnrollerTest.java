package org.rollcall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.Protection;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkFailure.Kind;
import org.rollcall.xmpp.stanza.Enrol;

class EnrollerTest {
    private static final Reply ENROLLED = Reply.of(Reply.Kind.ENROLLED, "enrolled");

    @TempDir
    Path folder;

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final Deque<Optional<LinkFailure>> signIns = new ArrayDeque<>();
    private final List<String> passwords = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private EnrolmentState state;
    private Supplier<char[]> secret = "enrolment-secret"::toCharArray;

    @Test
    void theSamePasswordIsAskedForUntilCentralSaysYes() throws Exception {
        replies.add(new Reply(Reply.Kind.WAITING, "closed", Duration.ofMinutes(1)));
        replies.add(Reply.of(Reply.Kind.NOT_NOW, "central is not there"));
        replies.add(Reply.of(Reply.Kind.NOT_SO, "forbidden"));
        replies.add(ENROLLED);
        enroller().run();
        assertEquals(4, passwords.size());
        assertEquals(1, passwords.stream().distinct().count());
        assertEquals(store().next(), passwords.get(0));
        within(pauses.get(0), Duration.ofSeconds(60), Duration.ofSeconds(75));
        within(pauses.get(1), Duration.ofMillis(2500), Duration.ofSeconds(5));
        within(pauses.get(2), Duration.ofMinutes(1), Duration.ofMinutes(2));
        assertEquals("this machine has its account", state.sentence());
        assertEquals(Optional.of(state.sentence()), EnrolmentState.read(folder.resolve("enrolment")));
        state.over();
        assertEquals(Optional.empty(), EnrolmentState.read(folder.resolve("enrolment")));
    }

    @Test
    void aServerThatIsAwayIsAskedLessAndLessOftenUpToFiveMinutes() throws Exception {
        for (int i = 0; i < 12; i++) {
            replies.add(Reply.of(Reply.Kind.NOT_NOW, "no server"));
        }
        replies.add(ENROLLED);
        enroller().run();
        within(pauses.get(0), Duration.ofMillis(2500), Duration.ofSeconds(5));
        within(pauses.get(11), Duration.ofSeconds(150), Duration.ofMinutes(5));
    }

    @Test
    void whateverCentralSaysItIsNotAskedInABurstNorForgottenForDays() throws Exception {
        for (long seconds : new long[] {0, Long.MAX_VALUE}) {
            replies.add(new Reply(Reply.Kind.WAITING, "closed", Duration.ofSeconds(seconds)));
        }
        replies.add(ENROLLED);
        enroller().run();
        within(pauses.get(0), Duration.ofSeconds(5), Duration.ofSeconds(7));
        within(pauses.get(1), Duration.ofMinutes(60), Duration.ofMinutes(75));
    }

    @Test
    void withoutTheSecretCentralIsNotAskedAndTheShareIsReadAgain() throws Exception {
        int[] readings = {0};
        secret = () -> {
            if (readings[0]++ < 2) {
                throw new UncheckedIOException("the share is not there", new NoSuchFileException("share"));
            }
            return "enrolment-secret".toCharArray();
        };
        replies.add(ENROLLED);
        enroller().run();
        assertEquals(3, readings[0]);
        assertEquals(1, passwords.size());
        assertEquals(2, pauses.size());
    }

    @Test
    void aPasswordThatWasAskedForBeforeIsTriedFirst() throws Exception {
        store().makeNext();
        signIns.add(Optional.of(new LinkFailure(Kind.REFUSED, "no server yet")));
        signIns.add(Optional.empty());
        enroller().run();
        assertEquals(List.of(), passwords);
        assertEquals(1, pauses.size());
    }

    @Test
    void andAskedForAgainWhenTheServerDoesNotKnowIt() throws Exception {
        String asked = store().makeNext();
        signIns.add(Optional.of(new LinkFailure(Kind.PASSWORD, "no such account")));
        replies.add(ENROLLED);
        enroller().run();
        assertEquals(List.of(asked), passwords);
        assertEquals(List.of(), pauses);
    }

    private Enroller enroller() {
        state = new EnrolmentState(folder.resolve("enrolment"));
        Wire wire = new Wire() {
            @Override
            public Optional<LinkFailure> signIn(String password) {
                return signIns.remove();
            }

            @Override
            public Reply ask(char[] given, Enrol question) {
                assertEquals("enrolment-secret", new String(given));
                passwords.add(question.password());
                return replies.remove();
            }
        };
        return new Enroller(
                store(),
                new SecretReader(() -> secret.get(), Duration.ofSeconds(20)),
                wire,
                password -> new Enrol("A201B7", "4c4c-1", null, new TreeSet<>(), "1.0.0", password),
                state,
                new Waits(new Random(1)),
                pauses::add);
    }

    private PasswordStore store() {
        return new PasswordStore(folder.resolve("password-"), Protection.NONE);
    }

    private static void within(Duration is, Duration least, Duration most) {
        assertTrue(is.compareTo(least) >= 0 && is.compareTo(most) <= 0, is + " is not within " + least + " to " + most);
    }
}
