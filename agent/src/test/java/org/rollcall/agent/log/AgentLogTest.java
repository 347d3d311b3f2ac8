package org.rollcall.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AgentLogTest {
    @TempDir
    Path folder;

    @AfterEach
    void asBefore() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new PlainConfigurator().configure(context);
    }

    @Test
    void linesReachTheFileAndTheMemoryEachOnOneLine() throws Exception {
        RecentLog recent = AgentLog.start(folder.resolve("agent.log"));

        LoggerFactory.getLogger("org.rollcall.agent.Probe").info("first\nsecond");
        java.util.logging.Logger.getLogger("smack.Probe").warning("by the other way");

        List<String> lines = Files.readAllLines(folder.resolve("agent.log"));
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(0).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S+ INFO  Probe: first second"),
                lines.get(0));
        assertEquals(
                List.of("first second", "by the other way"),
                recent.lines().stream().map(LogLine::text).toList());
        assertEquals("warn", recent.lines().get(1).level());
    }

    @Test
    void beforeThatOnlyWarningsAreSaid() {
        Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);

        assertEquals(Level.WARN, root.getLevel());
    }
}
