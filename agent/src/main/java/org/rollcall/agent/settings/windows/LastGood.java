package org.rollcall.agent.settings.windows;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each registry key said when it was last good; in a file too, so that it outlives a restart. Never a secret. */
public final class LastGood {
    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);
    private static final int LARGEST_FILE = 1 << 20;
    /** Between a key and a name, and between a list's items: in none of them. */
    private static final String SEPARATOR = "\0";

    private final Path file;
    private final boolean keep;
    private final Map<String, Map<String, Object>> values = new HashMap<>();
    private boolean saved = true;

    private LastGood(Path file, boolean keep) {
        this.file = file;
        this.keep = keep;
        load();
    }

    /** Kept in a file of the data folder. */
    public static LastGood in(Path dataFolder) {
        return new LastGood(file(dataFolder), true);
    }

    /** The same for who only looks: nothing is written. */
    public static LastGood lookingAt(Path dataFolder) {
        return new LastGood(file(dataFolder), false);
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("settings.last-good");
    }

    synchronized Map<String, Object> of(String key) {
        return Map.copyOf(values.getOrDefault(key, Map.of()));
    }

    synchronized void replace(String key, Map<String, Object> good) {
        if (!good.equals(values.put(key, Map.copyOf(good))) || !saved) {
            saved = !keep || save();
        }
    }

    private void load() {
        Properties read = new Properties();
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IOException("it is too large");
            }
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                read.load(in);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("The last good settings in {} cannot be read: {}", file, e.toString());
            return;
        }
        for (String id : read.stringPropertyNames()) {
            int middle = id.indexOf(SEPARATOR);
            Object value = parse(read.getProperty(id));
            if (middle > 0 && value != null) {
                values.computeIfAbsent(id.substring(0, middle), key -> new HashMap<>())
                        .put(id.substring(middle + 1), value);
            }
        }
    }

    private boolean save() {
        Properties written = new Properties();
        values.forEach((key, named) ->
                named.forEach((name, value) -> written.setProperty(key + SEPARATOR + name, format(value))));
        Path made = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (Writer out = Files.newBufferedWriter(made, StandardCharsets.UTF_8)) {
                written.store(out, "What the registry said when it was last good");
            }
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            LOG.debug("The last good settings cannot be kept in {}: {}", file, e.toString());
            return false;
        }
    }

    private static String format(Object value) {
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("list");
            list.forEach(item -> text.append(SEPARATOR).append(item));
            return text.toString();
        }
        return value.getClass().getSimpleName() + SEPARATOR + value;
    }

    /** Null for what nobody here wrote. */
    private static Object parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        try {
            return switch (parts[0]) {
                case "list" -> List.of(parts).subList(1, parts.length);
                case "String" -> parts[1];
                case "Long" -> Long.valueOf(parts[1]);
                case "Boolean" -> Boolean.valueOf(parts[1]);
                default -> null;
            };
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }
}
