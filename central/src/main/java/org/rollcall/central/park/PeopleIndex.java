package org.rollcall.central.park;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** People in memory, found by login and by parts of login or name. Never changed once made. */
public final class PeopleIndex implements People {
    public static final PeopleIndex EMPTY = new PeopleIndex(List.of());

    private static final int LONGEST_SEARCH = 100;
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::rank)
            .thenComparing(hit -> hit.entry().name())
            .thenComparing(hit -> hit.entry().person().login());

    private final Map<String, Person> byLogin = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** @param name folded full name */
    private record Entry(Person person, String login, String name) {}

    private record Hit(int rank, Entry entry) {}

    /** @param people of two with one login the later one counts */
    public PeopleIndex(Collection<Person> people) {
        for (Person person : people) {
            byLogin.put(person.login(), person);
        }
        for (Person person : byLogin.values()) {
            String name = person.fullName() == null ? "" : Folding.fold(person.fullName());
            entries.add(new Entry(person, Folding.fold(person.login()), name));
        }
    }

    /** A login as Windows or a directory writes it, without its domain: {@code IUT\kevin} and {@code Kevin@iut.rdz}. */
    public static String key(String login) {
        String plain = login.substring(login.lastIndexOf('\\') + 1);
        int at = plain.indexOf('@');
        return (at > 0 ? plain.substring(0, at) : plain).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Person> find(String login) {
        return Optional.ofNullable(byLogin.get(key(login)));
    }

    @Override
    public List<Person> search(String text, int most) {
        String wanted = Folding.fold(text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text)
                .strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        String[] words = wanted.split("\\s+");
        List<Hit> hits = new ArrayList<>();
        for (Entry entry : entries) {
            int rank = rank(entry, wanted, words);
            if (rank >= 0) {
                hits.add(new Hit(rank, entry));
            }
        }
        return hits.stream()
                .sorted(BEST_FIRST)
                .limit(most)
                .map(hit -> hit.entry().person())
                .toList();
    }

    int size() {
        return entries.size();
    }

    /** 0 is best; -1: no match. */
    private static int rank(Entry entry, String wanted, String[] words) {
        if (entry.login().equals(wanted)) {
            return 0;
        }
        boolean begins = true;
        for (String word : words) {
            if (!entry.login().contains(word) && !entry.name().contains(word)) {
                return -1;
            }
            begins &= beginsWord(entry.login(), word) || beginsWord(entry.name(), word);
        }
        return entry.login().startsWith(wanted) || entry.name().startsWith(wanted) ? 1 : begins ? 2 : 3;
    }

    private static boolean beginsWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
