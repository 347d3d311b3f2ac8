package org.rollcall.tests.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages stand on one another in one direction, as the design draws them. */
class PackagesTest {
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(org\\.rollcall(?:\\.[a-z0-9]+)+)\\.[A-Z]", Pattern.MULTILINE);

    /** What puts its module's or its system's parts together knows them all, and nothing below it knows it. */
    private static final Set<String> COMPOSING =
            Set.of("Hosts.java", "WindowsHost.java", "WebServer.java", "Rollcall.java");

    static List<String> modules() {
        return Repository.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noTwoPackagesOfAModuleNeedOneAnother(String module) throws IOException {
        assertEquals(List.of(), cycles(imports(module)));
    }

    @Test
    void agentAndCentralDoNotKnowEachOther() throws IOException {
        assertEquals(List.of(), reaching(imports("agent"), "org.rollcall.central"));
        assertEquals(List.of(), reaching(imports("central"), "org.rollcall.agent"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void onlyTheHostsOwnPackageSpeaksToWindows(String module) throws IOException {
        for (Path file : sources(module)) {
            if (Files.readString(file).contains("import com.sun.jna")) {
                assertTrue(
                        file.toString().replace(File.separatorChar, '/').contains("/host/windows/"), file.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPackageSaysWhatItsOneJobIs(String module) throws IOException {
        Set<Path> silent = new TreeSet<>();
        for (Path file : sources(module)) {
            Path stated = file.resolveSibling("package-info.java");
            if (!Files.exists(stated) || !Files.readString(stated).startsWith("/**")) {
                silent.add(stated);
            }
        }
        assertEquals(Set.of(), silent);
    }

    private static List<Path> sources(String module) throws IOException {
        return Repository.files(module, "src/main/java").stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Each package with those that its files import. */
    private static Map<String, Set<String>> imports(String module) throws IOException {
        Path top = Repository.ROOT.resolve(module).resolve("src/main/java");
        Map<String, Set<String>> imports = new TreeMap<>();
        for (Path file : sources(module)) {
            if (COMPOSING.contains(file.getFileName().toString())) {
                continue;
            }
            String own = top.relativize(file.getParent()).toString().replace(File.separatorChar, '.');
            Set<String> needed = imports.computeIfAbsent(own, name -> new TreeSet<>());
            Matcher matcher = IMPORT.matcher(Files.readString(file));
            while (matcher.find()) {
                if (!matcher.group(1).equals(own)) {
                    needed.add(matcher.group(1));
                }
            }
        }
        assertTrue(imports.size() > 1, module);
        return imports;
    }

    /** Each step of a way by which a package comes back to itself. */
    private static List<String> cycles(Map<String, Set<String>> imports) {
        List<String> cycles = new ArrayList<>();
        for (String start : imports.keySet()) {
            for (String next : imports.get(start)) {
                if (reachable(imports, next).contains(start)) {
                    cycles.add(start + " -> " + next);
                }
            }
        }
        return cycles;
    }

    private static Set<String> reachable(Map<String, Set<String>> imports, String from) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String one = open.remove(open.size() - 1);
            if (reached.add(one)) {
                open.addAll(imports.getOrDefault(one, Set.of()));
            }
        }
        return reached;
    }

    private static List<String> reaching(Map<String, Set<String>> imports, String module) {
        return imports.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(name -> name.startsWith(module)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
