package org.rollcall.tests.msi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.Tool;

/** What the build says about inputs that it cannot use. */
class InputsIT {
    @TempDir
    Path folder;

    @Test
    void aRuntimeWithoutAJdkOfItsReleaseIsRefusedInOneSentence() throws IOException {
        Path runtime = folder.resolve("jre");
        Files.createDirectories(runtime.resolve("bin/server"));
        Files.createFile(runtime.resolve("bin/server/jvm.dll"));
        Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"99.0.1\"\n");

        String said = failing("installer/windows/runtime " + runtime + " " + folder.resolve("out"));

        assertTrue(said.contains("the runtime is Java 99, and no JDK 99 is here to trim it"), said);
    }

    @Test
    void whatIsNoWindowsRuntimeIsNamed() {
        String said = failing("installer/windows/runtime " + folder + " " + folder.resolve("out"));

        assertTrue(said.contains(folder + " holds no Windows Java runtime"), said);
    }

    @Test
    void anInputWithAnotherChecksumIsNotUsed() throws IOException {
        String declared = Files.readString(Project.root().resolve("installer/windows/inputs.txt"))
                .lines()
                .filter(line -> line.startsWith("procrun "))
                .findFirst()
                .orElseThrow();
        Path cache = Files.createDirectories(folder.resolve("rollcall"));
        Files.writeString(
                cache.resolve("procrun-" + declared.split(" +")[1].substring(0, 16) + ".zip"), "something else");

        String said = failing("XDG_CACHE_HOME=" + folder + " installer/windows/fetch procrun");

        assertTrue(said.contains("has not the SHA-256 that inputs.txt declares"), said);
    }

    private static String failing(String command) {
        return Tool.run(Project.root(), "sh", "-c", "if " + command + " 2>&1; then exit 1; fi");
    }
}
