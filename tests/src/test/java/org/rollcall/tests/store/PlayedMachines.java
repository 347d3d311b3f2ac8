package org.rollcall.tests.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Machines that send their events in order, some in flight, and after a silence all that was not answered again. */
final class PlayedMachines {
    private final int each;
    private final int inFlight;
    private final long[] sent;
    private final List<TreeSet<Long>> open = new ArrayList<>();
    private int answered;
    private int repeated;

    PlayedMachines(int machines, int each, int inFlight) {
        this.each = each;
        this.inFlight = inFlight;
        sent = new long[machines];
        for (int machine = 0; machine < machines; machine++) {
            open.add(new TreeSet<>());
        }
    }

    int repeated() {
        return repeated;
    }

    /** First what is still open, in its order; then on, until so many were answered in all. */
    void sendUntil(int enough, Storing storing) throws IOException, InterruptedException {
        for (int machine = 0; machine < open.size(); machine++) {
            for (long seq : open.get(machine)) {
                storing.send(name(machine) + " " + seq);
                repeated++;
            }
        }
        while (answered < enough) {
            for (int machine = 0; machine < open.size(); machine++) {
                while (open.get(machine).size() < inFlight && sent[machine] < each) {
                    open.get(machine).add(++sent[machine]);
                    storing.send(name(machine) + " " + sent[machine]);
                }
            }
            take(storing.answer());
            takeAnswers(storing);
        }
    }

    void takeAnswers(Storing storing) {
        for (String line = storing.answerAtHand(); line != null; line = storing.answerAtHand()) {
            take(line);
        }
    }

    private void take(String line) {
        String[] words = line.split(" ");
        if (words.length != 2 || !line.startsWith("a201b")) {
            throw new AssertionError("the store said: " + line);
        }
        int machine = Integer.parseInt(words[0].substring("a201b".length()));
        if (open.get(machine).remove(Long.valueOf(words[1]))) {
            answered++;
        }
    }

    private static String name(int machine) {
        return "a201b" + machine;
    }
}
