package org.rollcall.central.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rollcall.central.fake.States.jid;
import static org.rollcall.central.fake.States.machine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.FakePeople;
import org.rollcall.central.fake.FakeTime;
import org.rollcall.central.fake.RulePark;
import org.slf4j.LoggerFactory;

class OutageLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(OutageLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void aRoomThatIsLostIsOneLineAndOneWhenItIsBack() {
        List<String> accounts = List.of("a201b1", "a201b2", "a201b3", "a201b4");
        Board board = new Board(
                RulePark::new,
                () -> new FakePeople(List.of()),
                FakeMachines.of(accounts.toArray(String[]::new)),
                new FakeTime());
        board.listen(new OutageLog(board));
        board.linkUp();
        accounts.forEach(account -> board.says(jid(account), machine(account), true));
        accounts.forEach(account -> board.lost(jid(account), null));
        accounts.forEach(account -> board.answers(jid(account)));
        assertEquals(
                List.of(
                        "Room A201: network? Several machines vanished within 10 s, at 2026-11-23T08:00:00Z",
                        "Room A201 is back but for 2 machines"),
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }
}
