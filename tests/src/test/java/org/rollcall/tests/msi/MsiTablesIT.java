package org.rollcall.tests.msi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.settings.AgentKeys;
import org.rollcall.tests.fixture.Project;
import org.rollcall.xmpp.settings.Setting;

/** What Windows will do with the package, as far as its tables tell: much of it Wine accepts and does not do. */
class MsiTablesIT {
    private final MsiTables msi = new MsiTables(Packages.msi("1.0.0"));

    @Test
    void itIsOfNoLanguageForOneArchitectureAndForTheWholeMachine() {
        assertEquals("0", msi.property("ProductLanguage"));
        assertTrue(msi.summary().contains("Template: x64;0"), msi.summary());
        assertEquals("1", msi.property("ALLUSERS"));
        assertEquals("1.0.0", msi.property("ProductVersion"));
    }

    @Test
    void nothingInItIsAProgramOfTheInstallers() {
        assertEquals(List.of(), msi.rows("CustomAction"));
        assertEquals(List.of(), msi.rows("Binary"));
    }

    @Test
    void everyPropertyIsASettingAndIsWrittenOnlyWhenItWasGiven() {
        Set<String> keys = AgentKeys.ALL.stream().map(Setting::key).collect(Collectors.toSet());
        List<Map<String, String>> written = msi.rows("Registry").stream()
                .filter(row -> row.get("Key").startsWith("SOFTWARE\\Rollcall"))
                .toList();
        assertEquals(13, written.size());
        for (Map<String, String> row : written) {
            String property = row.get("Component_");
            assertTrue(keys.contains(row.get("Name")), row.get("Name"));
            assertEquals(property.toLowerCase().replaceFirst("_", ".").replace('_', '-'), row.get("Name"));
            assertEquals("[" + property + "]", row.get("Value"));
            assertEquals(property, msi.cell("Component", "Component", property, "Condition"));
            assertTrue(
                    List.of(msi.property("SecureCustomProperties").split(";")).contains(property),
                    "given by an administrator, it must reach the installer's service");
            assertEquals(
                    row.get("Name") + "{.[" + property + "]}",
                    msi.cell("RegLocator", "Signature_", property.toLowerCase(), "Name"),
                    "remembered");
        }
    }

    @Test
    void theSecretIsHiddenFromLogsAndItsKeyFromUsers() {
        assertEquals("ENROL_SECRET", msi.property("MsiHiddenProperties"));
        assertFalse(
                msi.cell("ActionText", "Action", "WriteRegistryValues", "Template")
                        .contains("[3]"),
                "the value");
        assertEquals("SOFTWARE\\Rollcall\\Enrolment", msi.cell("Registry", "Registry", "enrol.secret", "Key"));
        assertEquals(
                "D:PAI(A;CI;KA;;;SY)(A;CI;KA;;;BA)",
                msi.cell("MsiLockPermissionsEx", "LockObject", "enrol.secret", "SDDLText"));
        assertEquals(
                "D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)",
                msi.cell("MsiLockPermissionsEx", "LockObject", "DATADIR", "SDDLText"));
    }

    @Test
    void anOlderVersionGoesFirstAndANewerOneStays() {
        assertEquals("1501", msi.cell("InstallExecuteSequence", "Action", "RemoveExistingProducts", "Sequence"));
        assertEquals("1500", msi.cell("InstallExecuteSequence", "Action", "InstallInitialize", "Sequence"));
        assertEquals(
                "A newer version of Rollcall is installed. Uninstall it first to go back.",
                msi.cell("LaunchCondition", "Condition", "NOT WIX_DOWNGRADE_DETECTED", "Description"));
        assertEquals(msi.property("UpgradeCode"), new MsiTables(Packages.msi("1.0.1")).property("UpgradeCode"));
    }

    @Test
    void uninstallingRemovesTheDataButInAnUpgradeOrOnDemand() {
        for (String what : List.of("data", "logs", "journal", "tmp")) {
            String property = (what.equals("tmp") ? "TEMPORARY" : what.toUpperCase()) + "_TO_REMOVE";
            assertEquals("*", msi.cell("RemoveFile", "DirProperty", property, "FileName"));
            assertEquals("2", msi.cell("RemoveFile", "DirProperty", property, "InstallMode"), "on uninstall");
            String search = msi.cell("AppSearch", "Property", property, "Signature_");
            assertEquals(
                    what + "{.[KEEP_DATA]}{.[UPGRADINGPRODUCTCODE]}",
                    msi.cell("RegLocator", "Signature_", search, "Name"));
        }
    }

    @Test
    void theServiceStartsWithWindowsAndTheEventLogFindsItsTexts() {
        assertEquals("2", msi.cell("ServiceInstall", "Name", "Rollcall", "StartType"), "automatic");
        assertEquals("LocalSystem", msi.cell("ServiceInstall", "Name", "Rollcall", "StartName"));
        assertEquals("#%[BINDIR]rollcall-events.dll", msi.cell("Registry", "Name", "EventMessageFile", "Value"));
        assertEquals("#7", msi.cell("Registry", "Name", "TypesSupported", "Value"));
    }

    @Test
    void theServiceHasTheJvmOptionsThatTheBenchmarksMeasure() throws IOException {
        String options = msi.cell("Registry", "Name", "Options", "Value");
        for (String line : Files.readAllLines(Project.root().resolve("config-templates/agent.jvmoptions"))) {
            assertTrue(line.startsWith("#") || line.isBlank() || options.contains(line + "[~]"), line);
        }
        assertTrue(options.contains("[~]-Xrs[~]"), options);
    }

    @Test
    void programsAndLibrariesHaveTheirVersions() {
        Map<String, String> versions = msi.rows("File").stream()
                .filter(row -> row.get("FileName").matches(".*\\.(exe|dll)"))
                .collect(Collectors.toMap(row -> row.get("FileName"), row -> row.get("Version")));
        assertEquals("1.5.1.0", versions.get("rollcall-agent.exe"));
        assertTrue(versions.get("jvm.dll").startsWith("25."), versions.toString());
        // It has texts only, and no version resource.
        versions.remove("rollcall-events.dll");
        assertFalse(versions.containsValue(""), versions.toString());
    }

    @Test
    void theBuildTellsWhoSignedWhatAndWhatItWeighs() {
        String table = Packages.table("1.0.0");
        assertTrue(line(table, "bin/rollcall-agent.exe").contains("The Apache Software Foundation"), table);
        assertTrue(line(table, "server/jvm.dll").contains("Eclipse"), table);
        assertTrue(line(table, "bin/jnidispatch.dll").contains(" - "), table);
        assertTrue(table.contains("KiB  rollcall-1.0.0.msi"), table);
    }

    @Test
    void itCarriesTheLicencesOfAllThatIsInIt() {
        Set<String> files =
                msi.rows("File").stream().map(row -> row.get("FileName")).collect(Collectors.toSet());
        assertTrue(
                files.containsAll(List.of(
                        "Rollcall.txt",
                        "procrun.txt",
                        "libraries.txt",
                        "slf4j.txt",
                        "oshi.txt",
                        "LGPL-2.1.txt",
                        "Apache-2.0.txt",
                        "ADDITIONAL_LICENSE_INFO",
                        "ASSEMBLY_EXCEPTION")),
                files.toString());
    }

    private static String line(String table, String file) {
        return table.lines().filter(line -> line.endsWith(file)).findFirst().orElseThrow();
    }
}
