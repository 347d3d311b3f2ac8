package org.rollcall.agent.enrol;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.rollcall.agent.host.Protection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The password in force and, beside it, the next one that central was told: whichever signs in is kept. Each is a file
 * of its own that is never written twice, so that a power cut at any moment leaves what was there.
 *
 * <p>{@code password-3.new} has not signed in yet; when it has, it is renamed to {@code password-3}, and only then the
 * one before it goes. Of two files without {@code .new}, the higher number is in force.
 */
public final class PasswordStore {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordStore.class);
    /** 43 letters, digits, - and _: more than 128 bits however they are hashed. */
    private static final int RANDOM_BYTES = 32;

    private final PasswordFiles files;
    private final SecureRandom random = new SecureRandom();
    private PasswordFiles.Kept current;
    private PasswordFiles.Kept next;

    /** @param prefix a folder and how the files' names begin */
    public PasswordStore(Path prefix, Protection protection) {
        files = new PasswordFiles(prefix, protection);
        List<PasswordFiles.Kept> older = new ArrayList<>();
        List<PasswordFiles.Kept> all = files.list();
        for (PasswordFiles.Kept kept : all) {
            if (kept.confirmed()) {
                if (current != null) {
                    older.add(current);
                }
                current = kept;
            }
        }
        for (PasswordFiles.Kept kept : all) {
            if (!kept.confirmed()) {
                if (current != null && kept.number() < current.number()) {
                    older.add(kept);
                } else {
                    next = kept;
                }
            }
        }
        older.forEach(files::delete);
    }

    /** Null: none has ever signed in. */
    public synchronized String current() {
        return current == null ? null : current.password();
    }

    /** Null: none was made up since the current one signed in. */
    public synchronized String next() {
        return next == null ? null : next.password();
    }

    /** The next one, made up where there is none, and safe on disk before this returns. */
    public synchronized String makeNext() throws IOException {
        if (next == null) {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            next = files.write(password);
        }
        return next.password();
    }

    /** The server has let us in with this one. */
    public synchronized void worked(String password) {
        if (next == null || !next.password().equals(password)) {
            return;
        }
        PasswordFiles.Kept before = current;
        try {
            current = files.confirm(next);
            next = null;
            if (before != null) {
                files.delete(before);
            }
        } catch (IOException e) {
            LOG.warn("The new password is in force, but its file could not be renamed: {}", e.toString());
        }
    }
}
