package org.rollcall.tests.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.windows.bindings.CERT_CONTEXT;
import org.rollcall.agent.host.windows.bindings.DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS;
import org.rollcall.agent.host.windows.bindings.MIB_IF_ROW2;
import org.rollcall.agent.host.windows.bindings.MIB_IF_TABLE2;
import org.rollcall.agent.host.windows.bindings.POWERBROADCAST_SETTING;
import org.rollcall.agent.host.windows.bindings.RawSMBIOSData;
import org.rollcall.agent.host.windows.bindings.SYSTEM_PROCESS_INFORMATION;
import org.rollcall.agent.host.windows.bindings.SYSTEM_THREAD_INFORMATION;
import org.rollcall.agent.host.windows.bindings.SYSTEM_TIMEOFDAY_INFORMATION;
import org.rollcall.agent.host.windows.bindings.UNICODE_STRING;
import org.rollcall.agent.host.windows.bindings.USER_INFO_10;
import org.rollcall.agent.host.windows.bindings.WTSINFOEXW;
import org.rollcall.agent.host.windows.bindings.WTS_CLIENT_ADDRESS;
import org.rollcall.agent.host.windows.bindings.WTS_SESSION_INFOW;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.Tool;

/** The offsets and sizes that the agent reads memory by are those of the C headers. */
class StructuresIT {
    /** Named like its C structure: every constant is a member's offset, but SIZE and the values listed below. */
    private static final List<Class<?>> STRUCTURES = List.of(
            CERT_CONTEXT.class,
            DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS.class,
            MIB_IF_ROW2.class,
            MIB_IF_TABLE2.class,
            POWERBROADCAST_SETTING.class,
            RawSMBIOSData.class,
            SYSTEM_PROCESS_INFORMATION.class,
            SYSTEM_THREAD_INFORMATION.class,
            SYSTEM_TIMEOFDAY_INFORMATION.class,
            UNICODE_STRING.class,
            USER_INFO_10.class,
            WTSINFOEXW.class,
            WTS_CLIENT_ADDRESS.class,
            WTS_SESSION_INFOW.class);

    /** Members that lie in a member. */
    private static final Map<String, String> WITHIN = Map.of(
            "SYSTEM_PROCESS_INFORMATION.WorkingSetSize", "VirtualMemoryCounters.WorkingSetSize",
            "WTSINFOEXW.SessionId", "Data.WTSInfoExLevel1.SessionId",
            "WTSINFOEXW.SessionState", "Data.WTSInfoExLevel1.SessionState",
            "WTSINFOEXW.SessionFlags", "Data.WTSInfoExLevel1.SessionFlags",
            "WTSINFOEXW.LogonTime", "Data.WTSInfoExLevel1.LogonTime",
            "WTSINFOEXW.LastInputTime", "Data.WTSInfoExLevel1.LastInputTime",
            "WTSINFOEXW.CurrentTime", "Data.WTSInfoExLevel1.CurrentTime");

    /** Constants that are values of the C headers' own, under the names that they have there. */
    private static final Map<String, String> VALUES = Map.of(
            "MIB_IF_ROW2.IF_TYPE_ETHERNET_CSMACD", "IF_TYPE_ETHERNET_CSMACD",
            "MIB_IF_ROW2.IF_TYPE_IEEE80211", "IF_TYPE_IEEE80211",
            "MIB_IF_ROW2.NdisPhysicalMediumBluetooth", "NdisPhysicalMediumBluetooth",
            "WTS_CLIENT_ADDRESS.AF_INET", "AF_INET",
            "WTS_CLIENT_ADDRESS.AF_INET6", "AF_INET6");

    /** Constants that no header has. */
    private static final Set<String> UNCHECKED = Set.of(
            "MIB_IF_ROW2.HardwareInterface",
            "SYSTEM_THREAD_INFORMATION.Waiting",
            "SYSTEM_THREAD_INFORMATION.Suspended");

    @Test
    void everyOffsetAndSizeIsTheCCompilers() throws Exception {
        StringBuilder program = new StringBuilder("#include \"structures.h\"\n");
        for (Class<?> structure : STRUCTURES) {
            for (Field constant : structure.getFields()) {
                program.append(assertion(structure.getSimpleName(), constant));
            }
        }
        Path folder = TemporaryFolders.create("structures");
        Files.writeString(folder.resolve("offsets.c"), program);

        Tool.run(
                folder,
                "x86_64-w64-mingw32-gcc",
                "-I" + Project.root().resolve("tests/src/wine"),
                "-c",
                "-Wall",
                "-Werror",
                "offsets.c");
    }

    @Test
    void allStructuresAreChecked() throws IOException {
        Path bindings = Project.root().resolve("agent/src/main/java/org/rollcall/agent/host/windows/bindings");
        try (var files = Files.list(bindings)) {
            Set<String> unchecked = files.filter(StructuresIT::isClass)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> STRUCTURES.stream()
                            .noneMatch(each -> each.getSimpleName().equals(name)))
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), unchecked);
        }
    }

    private static boolean isClass(Path file) {
        try {
            return Files.readString(file).contains("public final class ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String assertion(String structure, Field constant) throws IllegalAccessException {
        String name = structure + "." + constant.getName();
        int value = constant.getInt(null);
        if (UNCHECKED.contains(name)) {
            return "";
        }
        String actual = VALUES.containsKey(name)
                ? VALUES.get(name)
                : constant.getName().equals("SIZE")
                        ? "sizeof(" + structure + ")"
                        : "offsetof(" + structure + ", " + WITHIN.getOrDefault(name, constant.getName()) + ")";
        return "_Static_assert(" + actual + " == " + value + ", \"" + name + "\");\n";
    }
}
