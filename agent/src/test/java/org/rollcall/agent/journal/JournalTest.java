package org.rollcall.agent.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.xmpp.stanza.Event;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long BOUND = 1 << 20;

    @TempDir
    Path temp;

    @Test
    void eventsAreNumberedFromOneAndWaitForAnAnswerInOrder() throws Exception {
        try (Journal journal = open()) {
            append(journal, 3);
            Batch batch = journal.unanswered(50, 100_000).orElseThrow();
            assertEquals(journal.id(), batch.journal());
            assertEquals(List.of(1L, 2L, 3L), seqs(batch));
            assertEquals("user-2", batch.events().get(1).attributes().get("user"));
        }
    }

    @Test
    void whatCentralHasAnsweredForIsNotSentAgainEvenAfterARestart() throws Exception {
        String first;
        try (Journal journal = open()) {
            append(journal, 5);
            journal.stored(journal.id(), 3);
            assertEquals(List.of(4L, 5L), seqs(journal.unanswered(50, 100_000).orElseThrow()));
            first = journal.id();
        }
        try (Journal journal = open()) {
            append(journal, 1);
            Batch old = journal.unanswered(50, 100_000).orElseThrow();
            assertEquals(first, old.journal());
            assertEquals(List.of(4L, 5L), seqs(old));
        }
    }

    @Test
    void anEarlierJournalIsSentFirstUnderItsOwnNameAndThenDeleted() throws Exception {
        String first;
        try (Journal journal = open()) {
            append(journal, 2);
            first = journal.id();
        }
        try (Journal journal = open()) {
            assertNotEquals(first, journal.id());
            append(journal, 1);
            Batch old = journal.unanswered(50, 100_000).orElseThrow();
            assertEquals(first, old.journal());
            journal.stored(first, old.lastSeq());
            assertEquals(
                    journal.id(), journal.unanswered(50, 100_000).orElseThrow().journal());
            assertTrue(files().stream().noneMatch(file -> file.contains(first)), () -> files().toString());
        }
    }

    @Test
    void theJournalBeforeIsKnownEvenWhenAllItsEventsWereAnswered() throws Exception {
        String first;
        try (Journal journal = open()) {
            append(journal, 4);
            journal.stored(journal.id(), 4);
            first = journal.id();
        }
        try (Journal journal = open()) {
            assertEquals(first, journal.recovered().journal());
            assertEquals(4, journal.recovered().seq());
            assertEquals(Optional.empty(), journal.unanswered(50, 100_000));
        }
    }

    @Test
    void aTornLastLineIsDroppedAtEveryByteAndNoneBeforeIt() throws Exception {
        append(open(), 4);
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        int lastLine = whole.length - JournalLine.encode(event(4)).length;
        for (int length = lastLine; length < whole.length; length++) {
            truncate(file, whole, length);
            Recovered recovered = open().recovered();
            assertEquals(3, recovered.seq(), "cut at byte " + length);
            assertEquals(List.of(event(1), event(2), event(3)), recovered.events(), "cut at byte " + length);
        }
        truncate(file, whole, whole.length);
        assertEquals(4, open().recovered().seq());
    }

    @Test
    void aBlockOfZeroesAtTheEndAsAPowerCutLeavesItIsDropped() throws Exception {
        append(open(), 2);
        Files.write(onlyFile(), new byte[4096], StandardOpenOption.APPEND);
        assertEquals(List.of(event(1), event(2)), open().recovered().events());
    }

    @Test
    void aDamagedLineInTheMiddleCostsThatLineAlone() throws Exception {
        append(open(), 3);
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[JournalLine.encode(event(1)).length + 20] ^= 1;
        Files.write(file, bytes);
        try (Journal journal = open()) {
            assertEquals(List.of(1L, 3L), seqs(journal.unanswered(50, 100_000).orElseThrow()));
        }
    }

    @Test
    void whatBelongsToNoEventLeavesNoTrace() throws Exception {
        Files.writeString(temp.resolve("00000007-abc-00000001.events"), "half a li");
        try (Journal journal = open()) {
            assertEquals(null, journal.recovered().journal());
            append(journal, 1);
            assertEquals(1, files().size(), () -> files().toString());
        }
    }

    @Test
    void atTheBoundTheOldestAreDroppedAndTheGapTells() throws Exception {
        long bound = 64 * 1024;
        try (Journal journal = new Journal(temp, temp.resolve("refused"), bound, () -> {})) {
            append(journal, 1200);
            Batch oldest = journal.unanswered(50, 100_000).orElseThrow();
            assertTrue(oldest.events().get(0).seq() > 1, "the first went");
            List<Long> left = new ArrayList<>();
            for (Optional<Batch> batch = Optional.of(oldest); batch.isPresent(); ) {
                left.addAll(seqs(batch.get()));
                journal.stored(journal.id(), batch.get().lastSeq());
                batch = journal.unanswered(50, 100_000);
            }
            List<Long> unbroken =
                    LongStream.rangeClosed(left.get(0), 1200).boxed().toList();
            assertEquals(unbroken, left);
        }
        assertTrue(sizeOnDisk() <= bound, "takes " + sizeOnDisk());
    }

    @Test
    void manySmallJournalsAreBoundedToo() throws Exception {
        long bound = 64 * 1024;
        for (int i = 0; i < 40; i++) {
            try (Journal journal = new Journal(temp, temp.resolve("refused"), bound, () -> {})) {
                append(journal, 1);
            }
        }
        assertTrue(files().size() <= bound / 4096 + 1, () -> files().toString());
    }

    @Test
    void eachFileBeginsWithTheStateThatItsEventsBuildUpon() throws Exception {
        long bound = 32 * 1024;
        AtomicInteger added = new AtomicInteger();
        String last;
        try (Journal journal = new Journal(temp, temp.resolve("refused"), bound, () -> {})) {
            journal.carry(new CarriedState() {
                @Override
                public void add(Event event) {
                    added.incrementAndGet();
                }

                @Override
                public List<Map<String, String>> lines() {
                    return List.of(Map.of("sum", Integer.toString(added.get())));
                }
            });
            append(journal, 100);
            last = journal.id();
        }
        Recovered recovered = open().recovered();
        assertEquals(last, recovered.journal());
        int sum = Integer.parseInt(recovered.carried().get(0).get("sum"));
        assertEquals(100, sum + recovered.events().size());
        assertEquals(sum + 1, recovered.events().get(0).seq());
    }

    @Test
    void whileTheDiskRefusesEventsWaitWithoutANumberAndAreWrittenOnceItLetsThem() throws Exception {
        Path folder = temp.resolve("journal");
        try (Journal journal = new Journal(folder, temp.resolve("refused"), BOUND, () -> {})) {
            Files.writeString(folder, "a file in the way");
            assertFalse(journal.append("logon", NOON, Map.of("user", "user-1")));
            assertEquals(0, journal.seq());
            assertEquals(Optional.empty(), journal.unanswered(50, 100_000));
            Files.delete(folder);
            assertTrue(journal.append("logoff", NOON, Map.of("user", "user-1")));
            Batch batch = journal.unanswered(50, 100_000).orElseThrow();
            assertEquals(
                    List.of("logon", "logoff"),
                    batch.events().stream().map(Event::kind).toList());
        }
    }

    @Test
    void whatCannotWaitInMemoryEitherLeavesAGap() throws Exception {
        Path folder = temp.resolve("journal");
        try (Journal journal = new Journal(folder, temp.resolve("refused"), BOUND, () -> {})) {
            Files.writeString(folder, "a file in the way");
            append(journal, Journal.MOST_WAITING + 7);
            Files.delete(folder);
            assertTrue(journal.retry());
            assertEquals(
                    8,
                    journal.unanswered(1, 100_000).orElseThrow().events().get(0).seq());
        }
    }

    @Test
    void aBatchIsBoundedInEventsAndInBytesButNeverEmpty() throws Exception {
        try (Journal journal = open()) {
            append(journal, 60);
            assertEquals(
                    50, journal.unanswered(50, 100_000).orElseThrow().events().size());
            int bytes = JournalLine.encode(event(1)).length;
            assertEquals(
                    2,
                    journal.unanswered(50, 2 * bytes + 1).orElseThrow().events().size());
            assertEquals(1, journal.unanswered(50, 1).orElseThrow().events().size());
        }
    }

    @Test
    void anyTextComesBackAsItWas() throws Exception {
        String nasty = "a\tb\nc\rd\\e\\t=é\uD83D\uDE00\uFFFD";
        try (Journal journal = open()) {
            journal.append("logon", NOON, Map.of("user", nasty));
            assertEquals(
                    nasty,
                    journal.unanswered(1, 1)
                            .orElseThrow()
                            .events()
                            .get(0)
                            .attributes()
                            .get("user"));
        }
    }

    @Test
    void aRefusedEventIsKeptInAFileWithItsReason() throws Exception {
        try (Journal journal = open()) {
            append(journal, 1);
            journal.refused(journal.id(), event(1), "no such\nkind");
            String kept = Files.readString(temp.resolve("refused"));
            assertTrue(kept.contains("no such kind") && kept.contains("user-1"), kept);
        }
    }

    @Test
    void theLatestAreThereAnsweredOrNotAndAcrossARestart() throws Exception {
        try (Journal journal = open()) {
            append(journal, 3);
            journal.stored(journal.id(), 3);
        }
        try (Journal journal = open()) {
            journal.append("start", NOON, Map.of());
            assertEquals(
                    List.of("user-3"),
                    journal.latest(2).stream()
                            .map(event -> event.attributes().get("user"))
                            .filter(user -> user != null)
                            .toList());
        }
    }

    @Test
    void anAnswerForWhatWasNeverWrittenChangesNothing() throws Exception {
        try (Journal journal = open()) {
            append(journal, 2);
            journal.stored(journal.id(), 99);
            append(journal, 1);
            assertEquals(List.of(3L), seqs(journal.unanswered(50, 100_000).orElseThrow()));
            journal.stored("unheardof", 5);
            assertEquals(
                    1,
                    files().stream().filter(name -> name.endsWith(".answered")).count());
        }
    }

    @Test
    void aShorterAnswerOverALongerOneCounts() throws Exception {
        Answered answered = new Answered(temp);
        for (long seq = 1; seq <= 100; seq++) {
            // Checksums are of different lengths.
            answered.advance("k3f9", seq);
            assertEquals(seq, new Answered(temp).upTo("k3f9"));
        }
    }

    @Test
    void aTornAnswerFileMeansSendingAgainNotLosing() throws Exception {
        String first;
        try (Journal journal = open()) {
            append(journal, 12);
            journal.stored(journal.id(), 12);
            first = journal.id();
        }
        Path answers = temp.resolve(first + ".answered");
        byte[] whole = Files.readAllBytes(answers);
        for (int length = 0; length < whole.length - 1; length++) {
            truncate(answers, whole, length);
            try (Journal journal = open()) {
                assertEquals(
                        12,
                        journal.unanswered(50, 100_000).orElseThrow().events().size());
            }
        }
        assertArrayEquals(whole, Files.readAllBytes(truncate(answers, whole, whole.length)));
    }

    private Journal open() throws DataFolderException {
        return new Journal(temp, temp.resolve("refused"), BOUND, () -> {});
    }

    private static void append(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            Event event = event(journal.seq() + 1);
            journal.append(event.kind(), event.at(), event.attributes());
        }
    }

    private static Event event(long seq) {
        return new Event(seq, "logon", NOON.plusSeconds(seq), Map.of("user", "user-" + seq));
    }

    private static List<Long> seqs(Batch batch) {
        return batch.events().stream().map(Event::seq).toList();
    }

    private static Path truncate(Path file, byte[] whole, int length) throws IOException {
        byte[] cut = new byte[length];
        System.arraycopy(whole, 0, cut, 0, length);
        return Files.write(file, cut);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> all = Files.list(temp)) {
            List<Path> events =
                    all.filter(file -> file.toString().endsWith(".events")).toList();
            assertEquals(1, events.size());
            return events.get(0);
        }
    }

    private List<String> files() {
        try (Stream<Path> all = Files.list(temp)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long sizeOnDisk() throws IOException {
        long size = 0;
        try (Stream<Path> all = Files.list(temp)) {
            for (Path file : all.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }
}
