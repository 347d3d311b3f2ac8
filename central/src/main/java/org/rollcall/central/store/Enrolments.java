package org.rollcall.central.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jxmpp.jid.BareJid;

/** What people have decided about PCs that enrol; on disk when the call returns. */
public interface Enrolments {

    /**
     * During which new PCs may enrol without a person's word on each.
     *
     * @param room null: all rooms
     * @param known also for names that are enrolled already, with other hardware
     */
    record Window(String room, Instant until, boolean known, Instant opened, String openedBy) {}

    /**
     * What a person said of one hardware under one name.
     *
     * @param hardware its fingerprint
     */
    record Word(BareJid jid, String hardware, boolean yes, Instant said, String saidBy) {}

    /** Also those that have run out and were not closed yet. */
    List<Window> windows();

    /** Replaces the room's window. */
    void open(Window window);

    /** @param room null: the one for all rooms */
    void close(String room);

    List<Word> words();

    Optional<Word> word(BareJid jid, String hardware);

    /** Replaces what was said before of the same. */
    void say(Word word);

    void forget(BareJid jid, String hardware);

    /** When it came by its account by enrolling; empty when otherwise, or not at all. */
    Optional<Instant> enrolled(BareJid jid);

    void enrolled(BareJid jid, Instant at);

    void renewed(BareJid jid, Instant at);
}
