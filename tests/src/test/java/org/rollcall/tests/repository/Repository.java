package org.rollcall.tests.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, as they lie beside the module that runs the tests. */
final class Repository {
    static final Path ROOT = Path.of("..");

    private static final List<String> MODULES = List.of("xmpp", "loopback", "agent", "central", "cli", "demo");

    private Repository() {}

    /** The modules that are shipped, in an order in which each stands on earlier ones alone. */
    static List<String> modules() {
        return MODULES;
    }

    /** What a module's source folder holds, such as {@code src/main/java}. */
    static List<Path> files(String module, String folder) throws IOException {
        Path top = ROOT.resolve(module).resolve(folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The same of all modules. */
    static List<Path> files(String folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            files.addAll(files(module, folder));
        }
        return files;
    }
}
