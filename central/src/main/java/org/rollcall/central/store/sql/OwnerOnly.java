package org.rollcall.central.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Who was where is nobody else's business. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** Does nothing where files have no POSIX permissions. */
    static void make(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
