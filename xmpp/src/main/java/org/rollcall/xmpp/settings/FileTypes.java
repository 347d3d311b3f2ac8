package org.rollcall.xmpp.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Types of settings that are files, or stand for a file's content. */
public final class FileTypes {
    private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{2}(:?[0-9A-Fa-f]{2}){31}");

    /** A path, relative to the folder of the file it stands in; {@code ~/} is the home folder. */
    public static final ValueType<Path> PATH = Types.type("path", FileTypes::path);

    /** The path of a file that must be there. */
    public static final ValueType<Path> EXISTING_FILE = Types.type("file", (raw, base) -> {
        Path path = path(raw, base);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new BadValueException("bad.file", path.toString());
        }
        return path;
    });

    /** The path of a file that holds a secret and nobody else can read. */
    public static final ValueType<Path> SECRET_FILE = Types.type("secret-file", (raw, base) -> {
        Path path = EXISTING_FILE.parse(raw, base);
        if (SecretFile.readableByAll(path)) {
            throw new BadValueException("bad.secret-file", path.toString());
        }
        return path;
    });

    /** The SHA-256 fingerprint of a certificate, with colons or without. */
    public static final ValueType<String> FINGERPRINT = Types.type("fingerprint", (raw, base) -> {
        String text = Types.text(raw).strip();
        if (!SHA256.matcher(text).matches()) {
            throw new BadValueException("bad.fingerprint");
        }
        return text.replace(":", "").toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    });

    private FileTypes() {}

    private static Path path(Object raw, Path base) throws BadValueException {
        String text = Types.text(raw);
        try {
            Path path =
                    text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(2)) : Path.of(text);
            return base.resolve(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new BadValueException("bad.path", e.getReason());
        }
    }
}
