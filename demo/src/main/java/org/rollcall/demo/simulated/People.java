package org.rollcall.demo.simulated;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Students and teachers who do not exist; with one seed always the same ones. */
final class People {
    private static final List<String> FIRST = List.of(
            "Kévin",
            "Yoann",
            "Frédéric",
            "Inès",
            "Chloé",
            "Mehdi",
            "Anaïs",
            "Théo",
            "Léa",
            "Hugo",
            "Manon",
            "Lucas",
            "Sarah",
            "Nathan",
            "Zoé",
            "Antoine",
            "Élodie",
            "Rémi",
            "Jade",
            "Noémie",
            "Bastien",
            "Camille",
            "Axel",
            "Maëlle");
    private static final List<String> LAST = List.of(
            "Marchais",
            "Pertaza",
            "Barros",
            "Lefèvre",
            "Nguyen",
            "Dubois",
            "Martin",
            "Benali",
            "Roux",
            "Girard",
            "Fontaine",
            "Chevalier",
            "Morel",
            "Renard",
            "Lopez",
            "Bertrand",
            "Aubert",
            "Picard",
            "Colin",
            "Masson",
            "Perrot",
            "Vidal",
            "Guérin",
            "Blanchard");

    private final List<Person> free = new ArrayList<>();
    private final Random random;

    /** As many as there are names for, 576. */
    People(Random random) {
        this.random = random;
        int rid = 1104;
        for (String first : FIRST) {
            for (String last : LAST) {
                String sid = "S-1-5-21-1004336348-1177238915-682003330-" + rid++;
                free.add(new Person(login(first) + "." + login(last), first + " " + last, sid));
            }
        }
        Collections.shuffle(free, random);
    }

    /** Somebody who sits nowhere yet. Nobody sits at two machines, unless there are more machines than people. */
    synchronized Person come() {
        return free.size() > 1 ? free.remove(random.nextInt(free.size())) : free.get(0);
    }

    synchronized void leave(Person person) {
        free.add(person);
    }

    private static String login(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
