package org.rollcall.agent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
    @TempDir
    Path temp;

    @Test
    void theLastBeatIsReadBack() throws Exception {
        Heartbeat heartbeat = new Heartbeat(temp.resolve("heartbeat"));
        assertEquals(Optional.empty(), heartbeat.last());
        heartbeat.beat(Instant.ofEpochMilli(1_795_000_000_123L), true);
        heartbeat.beat(Instant.ofEpochMilli(1_795_000_000_456L), false);
        assertEquals(Optional.of(Instant.ofEpochMilli(1_795_000_000_456L)), heartbeat.last());
    }

    @Test
    void aTornOneIsUnknown() throws Exception {
        Path file = temp.resolve("heartbeat");
        new Heartbeat(file).beat(Instant.ofEpochMilli(1_795_000_000_123L), true);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new String(whole, 0, 7, java.nio.charset.StandardCharsets.US_ASCII).getBytes());
        assertEquals(Optional.empty(), new Heartbeat(file).last());
        Files.write(file, new byte[20]);
        assertEquals(Optional.empty(), new Heartbeat(file).last());
    }
}
