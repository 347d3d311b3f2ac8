package org.rollcall.xmpp.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dotted keys: matching them, and guessing what a mistyped one was meant to be. */
final class Keys {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Keys() {}

    static List<String> split(String key) {
        return List.of(key.split("\\.", -1));
    }

    static boolean matches(List<String> pattern, List<String> path) {
        return pattern.size() == path.size() && beginsWith(pattern, path);
    }

    /** Whether a key that begins with this path may exist: then the path is a table. */
    static boolean beginsWith(List<String> pattern, List<String> path) {
        if (path.size() > pattern.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            boolean fits = pattern.get(i).equals("*")
                    ? NAME.matcher(path.get(i)).matches()
                    : pattern.get(i).equals(path.get(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    static boolean isTable(List<Setting<?>> known, List<String> path) {
        return known.stream().map(s -> split(s.key())).anyMatch(k -> k.size() > path.size() && beginsWith(k, path));
    }

    /** The nearest known key (or table, for a path that is one), unless all are far. */
    static Optional<String> nearest(List<Setting<?>> known, List<String> path, boolean table) {
        String wrong = String.join(".", path);
        String best = null;
        int bestDistance = Math.max(2, wrong.length() / 3) + 1;
        for (Setting<?> setting : known) {
            List<String> pattern = split(setting.key());
            if (table) {
                pattern = pattern.subList(0, Math.min(pattern.size() - 1, path.size()));
            }
            String candidate = filled(pattern, path);
            int distance = distance(wrong, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String filled(List<String> pattern, List<String> path) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < pattern.size(); i++) {
            boolean chosen = pattern.get(i).equals("*") && i < path.size();
            key.append(i == 0 ? "" : ".").append(chosen ? path.get(i) : pattern.get(i));
        }
        return key.toString();
    }

    /** Edits (insert, delete, replace, or swap two neighbours) that make one text the other. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
