package org.rollcall.xmpp.dialogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DialoguesTest {
    @TestFactory
    Stream<DynamicTest> theMachineAnswersAsWritten() throws Exception {
        Path folder = Path.of(DialoguesTest.class.getResource("/dialogues").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
        }
    }

    private static void play(Path file) throws Exception {
        try (TestMachine machine = new TestMachine()) {
            new Dialogue(file).play(machine);
        }
    }
}
