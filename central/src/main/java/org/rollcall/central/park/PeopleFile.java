package org.rollcall.central.park;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code login,fullname,group,staff}. */
public final class PeopleFile {
    private static final Set<String> COLUMNS = Set.of("login", "fullname", "group", "staff");
    private static final Set<String> YES = Set.of("yes", "true", "1", "x", "oui", "vrai");
    private static final Set<String> NO = Set.of("no", "false", "0", "non", "faux");

    private PeopleFile() {}

    public static FileRead<List<Person>> read(Path file) {
        Mistakes mistakes = new Mistakes(file);
        Map<String, Person> people = new LinkedHashMap<>();
        Map<String, Long> lines = new HashMap<>();
        for (CsvTable.Row row : CsvTable.read(file, COLUMNS, Set.of("login"), mistakes)) {
            String login = row.get("login");
            if (login == null) {
                mistakes.add(row.line(), "login.missing");
                continue;
            }
            String key = PeopleIndex.key(login);
            Long before = lines.putIfAbsent(key, row.line());
            if (before != null) {
                mistakes.add(row.line(), "login.twice", login, before);
                continue;
            }
            people.put(key, new Person(key, row.get("fullname"), row.get("group"), staff(row, mistakes)));
        }
        return FileRead.of(List.copyOf(people.values()), mistakes);
    }

    private static boolean staff(CsvTable.Row row, Mistakes mistakes) {
        String written = row.get("staff");
        String word = written == null ? "no" : written.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            mistakes.add(row.line(), "staff.word", written);
        }
        return YES.contains(word);
    }
}
