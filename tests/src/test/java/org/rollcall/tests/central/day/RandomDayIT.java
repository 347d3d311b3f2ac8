package org.rollcall.tests.central.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 350 machines in 12 rooms on the server in this JVM; {@code tests/bench day} has a smaller day on real servers. */
class RandomDayIT {
    @Test
    @Timeout(600)
    void boardAndHistoryEqualTheTruthAtEachQuietMomentOfARandomDay() throws Exception {
        RandomDay.on(LoopbackDayServer::new, 350, 12);
    }
}
