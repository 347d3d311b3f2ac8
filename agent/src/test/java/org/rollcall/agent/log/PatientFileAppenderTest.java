package org.rollcall.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientFileAppenderTest {
    @TempDir
    Path temp;

    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("probe");

    @Test
    void aFileThatCannotBeOpenedIsTriedAgain() throws Exception {
        Path folder = temp.resolve("later");
        appender(folder.resolve("agent.log"));
        log.warn("lost");
        Files.createDirectory(folder);
        log.warn("written");
        log.warn("and again");
        assertEquals(List.of("written", "and again"), texts(folder.resolve("agent.log")));
        context.stop();
    }

    @Test
    void aLineThatTheDiskCutInTwoDoesNotSwallowTheNext() throws Exception {
        Path file = Files.writeString(temp.resolve("agent.log"), "whole\nha");
        appender(file);
        log.warn("next");
        assertEquals(List.of("whole", "ha", "next"), texts(file));
        context.stop();
    }

    private void appender(Path file) {
        context.setMDCAdapter(new LogbackMDCAdapter());
        log.addAppender(AgentLog.file(context, file));
    }

    private static List<String> texts(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceAll(".*probe: ", ""))
                .toList();
    }
}
