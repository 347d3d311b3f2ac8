package org.rollcall.tests.msi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.Tool;
import org.rollcall.tests.wine.WindowsPc;
import org.rollcall.tests.wine.WineBench;

/** A site's defaults in a transform. */
class TransformIT {
    private static final String SHARE = "\\\\files\\rollcall$\\enrol.txt";

    @TempDir
    Path folder;

    @Test
    void thePackageIsInstalledWithTheSitesDefaultsAndWaitsForWhatIsMissing() {
        Path transform = folder.resolve("site.mst");
        transform(transform, "XMPP_DOMAIN=iut.rdz", "ENROL_USER=enrol", "ENROL_SECRET_FILE=" + SHARE);
        try (WindowsPc pc = new WindowsPc()) {
            assertEquals(
                    0,
                    pc.msiexec(
                            "transformed.log",
                            "/i",
                            WineBench.windowsPath(Packages.msi("1.0.0")),
                            "TRANSFORMS=" + WineBench.windowsPath(transform),
                            "CENTRAL_JID=windows@iut.rdz"));

            String settings = pc.registry("HKLM\\SOFTWARE\\Rollcall");
            for (String value : new String[] {"iut.rdz", "enrol", SHARE, "windows@iut.rdz"}) {
                assertTrue(settings.contains("REG_SZ    " + value), settings);
            }
            assertFalse(settings.contains("xmpp.host"), "what was not given is not written: " + settings);
            assertEquals("RUNNING", pc.serviceState("Rollcall"));
        }
    }

    @Test
    void aSecretOrAnUnknownPropertyIsRefused() {
        Path transform = folder.resolve("site.mst");
        String command = Project.root().resolve("installer/transform") + " " + transform;

        String said = Tool.run(
                folder, "sh", "-c", "if " + command + " ENROL_SECRET=fkq7Wz XMPP_DOMIAN=iut.rdz 2>&1; then exit 1; fi");

        assertTrue(said.contains("ENROL_SECRET: a secret"), said);
        assertTrue(said.contains("XMPP_DOMIAN: no such property"), said);
        assertFalse(said.contains("fkq7Wz"), said);
        assertFalse(Files.exists(transform));
    }

    private void transform(Path file, String... properties) {
        String[] command = new String[properties.length + 2];
        command[0] = Project.root().resolve("installer/transform").toString();
        command[1] = file.toString();
        System.arraycopy(properties, 0, command, 2, properties.length);
        Tool.run(folder, command);
    }
}
