package org.rollcall.agent.procrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rollcall.agent.host.FolderRights;

/** Rights as a test says they are, and what was done with them. */
final class FakeRights implements FolderRights {
    final Set<Path> strangers = new HashSet<>();
    final Set<Path> safe = new HashSet<>();
    final List<String> done = new ArrayList<>();

    @Override
    public boolean isLink(Path path) {
        return Files.isSymbolicLink(path);
    }

    @Override
    public boolean isTrusted(Path path) {
        return !strangers.contains(path);
    }

    @Override
    public boolean isSafe(Path folder) {
        return safe.contains(folder);
    }

    @Override
    public void create(Path folder) throws IOException {
        Files.createDirectory(folder);
        done.add("create");
        safe.add(folder);
    }

    @Override
    public void close(Path folder) {
        done.add("close");
        safe.add(folder);
    }

    @Override
    public void handDown(Path folder) {
        done.add("hand down");
    }
}
