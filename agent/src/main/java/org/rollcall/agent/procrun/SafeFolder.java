package org.rollcall.agent.procrun;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.host.FolderRights;

/**
 * Makes or repairs a data folder, whatever stands there: below ProgramData every user may make folders and files, and
 * stays their owner. What somebody else made is set aside, not read and not deleted; a link is taken away, as it holds
 * nothing.
 */
final class SafeFolder {
    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String ASIDE = "set-aside-";
    /** The agent's own folders are two deep. */
    private static final int DEEPEST = 4;
    /** The agent has some dozens; beyond this the rest is as its folder is. */
    private static final int MOST_ENTRIES = 10_000;

    private final FolderRights rights;
    private final Clock clock;
    private final List<String> repairs = new ArrayList<>();
    private int looked;

    SafeFolder(FolderRights rights, Clock clock) {
        this.rights = rights;
        this.clock = clock;
    }

    /** @return what had to be set right, one sentence each */
    List<String> prepare(Path folder) throws IOException {
        clear(folder);
        if (!exists(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            rights.create(folder);
            return List.copyOf(repairs);
        }
        boolean open = !rights.isSafe(folder);
        if (open) {
            // First, so that nothing more is put there, and no right is handed down through a link.
            rights.close(folder);
        }
        sweep(folder, folder, 0);
        if (open) {
            rights.handDown(folder);
        }
        return List.copyOf(repairs);
    }

    /** Takes away what only looks like our folder. */
    private void clear(Path folder) throws IOException {
        if (!exists(folder)) {
            return;
        }
        if (rights.isLink(folder)) {
            Files.delete(folder);
            repairs.add(folder + " was a link to somewhere else: it was deleted");
        } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !rights.isTrusted(folder)) {
            Path aside = folder.resolveSibling(folder.getFileName() + "." + ASIDE + DATED.format(clock.instant()));
            Files.move(folder, aside);
            repairs.add(folder + " was made by somebody else: it was renamed " + aside.getFileName());
        }
    }

    private void sweep(Path root, Path folder, int depth) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (entries.size() < MOST_ENTRIES) {
                    entries.add(entry);
                }
            }
        }
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (++looked > MOST_ENTRIES || (depth == 0 && name.startsWith(ASIDE))) {
                continue;
            }
            try {
                look(root, entry, depth);
            } catch (IOException e) {
                // Somebody may hold it open. The rest, and the folder's own rights, are not to wait for it.
                repairs.add(entry + " may not be the agent's and cannot be set aside (" + e + ")");
            }
        }
    }

    private void look(Path root, Path entry, int depth) throws IOException {
        if (rights.isLink(entry)) {
            Files.delete(entry);
            repairs.add(entry + " was a link to somewhere else: it was deleted");
        } else if (!rights.isTrusted(entry)) {
            setAside(root, entry);
        } else if (depth < DEEPEST && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            sweep(root, entry, depth + 1);
        }
    }

    private void setAside(Path root, Path entry) throws IOException {
        Path aside = root.resolve(ASIDE + DATED.format(clock.instant()));
        if (!exists(aside)) {
            Files.createDirectory(aside);
        }
        Path target = aside.resolve(entry.getFileName());
        for (int i = 2; exists(target); i++) {
            target = aside.resolve(entry.getFileName() + "." + i);
        }
        Files.move(entry, target);
        repairs.add(entry + " was made by somebody else: it is set aside in " + aside.getFileName());
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
