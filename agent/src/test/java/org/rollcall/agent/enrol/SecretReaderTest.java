package org.rollcall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.settings.SecretFile;

class SecretReaderTest {
    private static final Duration LIMIT = Duration.ofMillis(50);

    @Test
    void aShareThatHangsIsLeftBehindAndReadByOneThreadOnly() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger readings = new AtomicInteger();
        SecretReader reader = new SecretReader(
                () -> {
                    readings.incrementAndGet();
                    try {
                        hanging.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "secret".toCharArray();
                },
                LIMIT);
        for (int i = 0; i < 3; i++) {
            IOException e = assertThrows(IOException.class, reader::read);
            assertTrue(e.getMessage().contains("has not answered"), e.getMessage());
        }
        assertEquals(1, readings.get());
        hanging.countDown();
        assertArrayEquals("secret".toCharArray(), new SecretReaderPatience(reader).read());
    }

    @Test
    void whatIsMissingIsSaidInOneSentence() {
        SecretReader missing = new SecretReader(new SecretFile(Path.of("no-such-file")), LIMIT);
        assertEquals(
                "no-such-file, which should hold a secret, is not there",
                assertThrows(IOException.class, missing::read).getMessage());
        assertTrue(assertThrows(IOException.class, new SecretReader(null, LIMIT)::read)
                .getMessage()
                .contains("enrol.secret-file"));
        assertTrue(assertThrows(IOException.class, new SecretReader(() -> new char[0], LIMIT)::read)
                .getMessage()
                .contains("empty"));
    }

    /** The reader's thread may need a moment longer than the limit. */
    private record SecretReaderPatience(SecretReader reader) {
        char[] read() throws Exception {
            long deadline = System.nanoTime() + 10_000_000_000L;
            while (true) {
                try {
                    return reader.read();
                } catch (IOException e) {
                    assertTrue(System.nanoTime() < deadline, e.getMessage());
                }
            }
        }
    }
}
