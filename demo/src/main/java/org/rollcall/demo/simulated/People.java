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

    private static final List<String> GROUPS =
            List.of("BUT 1 Informatique", "BUT 2 Informatique", "LP D2i", "BUT 1 GEA", "BUT 2 GEA", "Licence 3 MIASHS");

    private static final int FIRST_RID = 1104;
    private static final String STAFF = "Enseignants";
    /** Of so many, one teaches. */
    private static final int FOR_EACH_TEACHER = 24;

    private final List<Person> free;
    private final Random random;

    /** As many as there are names for, 576. */
    People(Random random) {
        this.random = random;
        free = new ArrayList<>(everybody());
        Collections.shuffle(free, random);
    }

    /** Always the same ones, in the same order. */
    static List<Person> everybody() {
        List<Person> all = new ArrayList<>(FIRST.size() * LAST.size());
        for (String first : FIRST) {
            for (String last : LAST) {
                int number = all.size();
                // Not the first of each family: one in each, all over it.
                boolean staff = (number + number / FOR_EACH_TEACHER) % FOR_EACH_TEACHER == 0;
                all.add(new Person(
                        login(first) + "." + login(last),
                        first + " " + last,
                        "S-1-5-21-1004336348-1177238915-682003330-" + (FIRST_RID + number),
                        staff ? STAFF : GROUPS.get((number + number / FOR_EACH_TEACHER) % GROUPS.size()),
                        staff));
            }
        }
        return all;
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
