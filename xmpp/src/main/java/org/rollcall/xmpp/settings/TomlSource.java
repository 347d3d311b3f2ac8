package org.rollcall.xmpp.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** A settings file in TOML; after a line that is not TOML the rest is read all the same, to tell all mistakes. */
public final class TomlSource implements Source {
    private static final int LARGEST_FILE = 1 << 20;

    private final Path file;

    public TomlSource(Path file) {
        this.file = file;
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public Path base() {
        return file.toAbsolutePath().getParent();
    }

    @Override
    public List<RawSetting> read(List<Setting<?>> known, Problems problems) {
        String text = text(problems);
        if (text == null) {
            return List.of();
        }
        TomlParseResult toml = Toml.parse(text);
        for (TomlParseError error : toml.errors()) {
            problems.error(where(error.position().line()), "toml.syntax", error.getMessage());
        }
        List<RawSetting> found = new ArrayList<>();
        Set<List<String>> unknownTables = new HashSet<>();
        for (List<String> path : toml.keyPathSet(true)) {
            String where = where(toml.inputPositionOf(path).line());
            Object value = toml.get(path);
            if (under(unknownTables, path)) {
                continue;
            }
            if (!(value instanceof TomlTable)) {
                found.add(new RawSetting(path, plain(value), where));
            } else if (!Keys.isTable(known, path)) {
                unknownTables.add(path);
                found.add(new RawSetting(path, null, where, true));
            }
        }
        if (found.stream().anyMatch(raw -> isSecret(known, raw)) && SecretFile.readableByAll(file)) {
            problems.add(false, file.toString(), "file.secret");
        }
        return found;
    }

    private static boolean isSecret(List<Setting<?>> known, RawSetting raw) {
        return known.stream().anyMatch(s -> s.secret() && s.matches(raw.path()));
    }

    private static boolean under(Set<List<String>> tables, List<String> path) {
        return tables.stream()
                .anyMatch(
                        t -> path.size() > t.size() && path.subList(0, t.size()).equals(t));
    }

    private static Object plain(Object value) {
        if (value instanceof TomlArray array) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                items.add(array.get(i));
            }
            return items;
        }
        return value;
    }

    private String where(int line) {
        return file + " line " + line;
    }

    /** Null when it cannot be had; the reason is then told. */
    private String text(Problems problems) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problems.error(file.toString(), "file.large", LARGEST_FILE);
                return null;
            }
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            problems.error(file.toString(), "file.missing");
        } catch (CharacterCodingException e) {
            problems.error(file.toString(), "file.utf8");
        } catch (IOException e) {
            problems.error(file.toString(), "file.unreadable", e.getMessage());
        }
        return null;
    }
}
