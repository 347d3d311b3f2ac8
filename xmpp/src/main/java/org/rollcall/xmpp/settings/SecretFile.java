package org.rollcall.xmpp.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A secret in a file of its own, read anew at each use, so that one put right takes effect without a restart. Line ends
 * at the end are dropped: editors and {@code echo} add one.
 */
public final class SecretFile implements Supplier<char[]> {
    private static final int LARGEST = 4096;

    private final Path file;
    private final int largest;

    public SecretFile(Path file) {
        this(file, LARGEST);
    }

    /** @param largest in bytes; a larger one is refused */
    public SecretFile(Path file, int largest) {
        this.file = file;
        this.largest = largest;
    }

    /** @throws UncheckedIOException whose message is one clear sentence */
    @Override
    public char[] get() {
        try {
            if (readableByAll(file)) {
                throw new IOException(
                        file + " holds a secret and every user of this computer can read it: chmod 600 it");
            }
            if (Files.size(file) > largest) {
                throw new IOException(file + " is too large to be a secret: at most " + largest + " bytes");
            }
            return chars(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw failed(new IOException(file + ", which should hold a secret, is not there", e));
        } catch (AccessDeniedException e) {
            throw failed(new IOException(file + ", which should hold a secret, may not be read by this account", e));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** By the file's name: what it holds is read at each use anyway. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretFile secret && secret.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    /** Always false where files have no POSIX permissions. */
    static boolean readableByAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (UnsupportedOperationException e) {
            return false;
        } catch (IOException e) {
            // Whoever reads it next gets the same error, and says it.
            return false;
        }
    }

    private static char[] chars(byte[] bytes) {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        char[] secret = new char[end];
        text.get(secret);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text.array(), '\0');
        return secret;
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(e.getMessage(), e);
    }
}
