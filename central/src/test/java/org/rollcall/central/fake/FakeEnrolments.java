package org.rollcall.central.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.Enrolments;

/** What people decided, in memory. */
public final class FakeEnrolments implements Enrolments {
    private final List<Window> windows = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    public final Map<BareJid, Instant> enrolled = new HashMap<>();
    public final Map<BareJid, Instant> renewed = new HashMap<>();

    @Override
    public synchronized List<Window> windows() {
        return List.copyOf(windows);
    }

    @Override
    public synchronized void open(Window window) {
        close(window.room());
        windows.add(window);
    }

    @Override
    public synchronized void close(String room) {
        windows.removeIf(window -> Objects.equals(window.room(), room));
    }

    @Override
    public synchronized List<Word> words() {
        return List.copyOf(words);
    }

    @Override
    public synchronized Optional<Word> word(BareJid jid, String hardware) {
        return words.stream()
                .filter(word -> word.jid().equals(jid) && word.hardware().equals(hardware))
                .findFirst();
    }

    @Override
    public synchronized void say(Word word) {
        forget(word.jid(), word.hardware());
        words.add(word);
    }

    @Override
    public synchronized void forget(BareJid jid, String hardware) {
        words.removeIf(word -> word.jid().equals(jid) && word.hardware().equals(hardware));
    }

    @Override
    public synchronized Optional<Instant> enrolled(BareJid jid) {
        return Optional.ofNullable(enrolled.get(jid));
    }

    @Override
    public synchronized void enrolled(BareJid jid, Instant at) {
        enrolled.put(jid, at);
    }

    @Override
    public synchronized void renewed(BareJid jid, Instant at) {
        renewed.put(jid, at);
    }
}
