package org.rollcall.central.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jxmpp.jid.BareJid;

/** The board as everybody who shows it sees it. Thread-safe; answers from memory, at once. */
public interface BoardView {

    /** In the park's order; machines of no room last, in a room named by the empty text. */
    List<RoomNow> rooms();

    Optional<RoomNow> room(String name);

    List<MachineNow> machines();

    Optional<MachineNow> machine(BareJid jid);

    /** By account, or by name in any case. */
    Optional<MachineNow> machine(String name);

    /** Whether central hears the machines; while it does not, nothing on the board changes. */
    LinkNow link();

    /** The latest change's. */
    long revision();

    /** From now on; one call at a time, in the order of revisions, under the board's lock: a listener must not block. */
    AutoCloseable listen(BoardListener listener);

    /** @param since since when it is so */
    record LinkNow(boolean up, Instant since) {}
}
