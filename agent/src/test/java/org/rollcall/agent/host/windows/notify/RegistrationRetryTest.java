package org.rollcall.agent.host.windows.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistrationRetryTest {

    @Test
    void triesLessAndLessOftenButForEver() {
        RegistrationRetry retry = new RegistrationRetry();

        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L),
                Stream.generate(retry::next).limit(11).map(Duration::toSeconds).toList());
    }
}
