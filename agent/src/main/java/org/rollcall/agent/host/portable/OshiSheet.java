package org.rollcall.agent.host.portable;

import java.time.Instant;
import java.util.List;
import org.rollcall.agent.host.HostSheet;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.ComputerSystem;
import oshi.hardware.Firmware;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HWDiskStore;
import oshi.hardware.NetworkIF;
import oshi.software.os.OSFileStore;
import oshi.software.os.OperatingSystem;

/**
 * The machine's sheet by OSHI, on any system. Each part is guarded on its own: one that a system cannot tell, or at
 * which a driver fails, is left out. Loads OSHI at its first use and takes up to seconds there.
 */
public final class OshiSheet {
    private static final String HARDWARE = "hardware";
    private static final String SYSTEM = "system";
    private static final String NETWORK = "network";
    private static final String DISKS = "disks";

    /** File stores and interfaces beyond these are left out: a server with hundreds is not what a sheet is for. */
    private static final int MOST = 32;

    private final SystemInfo oshi;
    private final SheetBuilder sheet = new SheetBuilder();

    private OshiSheet(SystemInfo oshi) {
        this.oshi = oshi;
    }

    public static HostSheet read() {
        SheetBuilder none = new SheetBuilder();
        SystemInfo[] oshi = new SystemInfo[1];
        none.part("OSHI", () -> oshi[0] = Oshi.system());
        return oshi[0] == null ? none.build() : new OshiSheet(oshi[0]).all();
    }

    private HostSheet all() {
        sheet.part("computer", this::computer);
        sheet.part("firmware", this::firmware);
        sheet.part("processor", this::processor);
        sheet.part("memory", this::memory);
        sheet.part("system", this::system);
        sheet.part("boot", this::boot);
        sheet.part("interfaces", this::interfaces);
        sheet.part("file stores", this::fileStores);
        sheet.part("drives", this::drives);
        return sheet.build();
    }

    private void computer() {
        ComputerSystem computer = oshi.getHardware().getComputerSystem();
        sheet.addFirmware(HARDWARE, "make", computer::getManufacturer);
        sheet.addFirmware(HARDWARE, "model", computer::getModel);
        sheet.addFirmware(HARDWARE, "serial", computer::getSerialNumber);
        sheet.addFirmware(HARDWARE, "uuid", computer::getHardwareUUID);
    }

    private void firmware() {
        Firmware firmware = oshi.getHardware().getComputerSystem().getFirmware();
        sheet.addFirmware(HARDWARE, "firmware", firmware::getVersion);
        sheet.add(HARDWARE, "firmware.make", firmware::getManufacturer);
        sheet.add(HARDWARE, "firmware.date", firmware::getReleaseDate);
    }

    private void processor() {
        CentralProcessor processor = oshi.getHardware().getProcessor();
        sheet.add(HARDWARE, "cpu", () -> processor.getProcessorIdentifier().getName());
        sheet.add(HARDWARE, "cpu.cores", () -> String.valueOf(processor.getPhysicalProcessorCount()));
        sheet.add(HARDWARE, "cpu.threads", () -> String.valueOf(processor.getLogicalProcessorCount()));
    }

    private void memory() {
        GlobalMemory memory = oshi.getHardware().getMemory();
        sheet.addSize(HARDWARE, "memory", memory::getTotal);
        sheet.addSize(HARDWARE, "memory.free", memory::getAvailable);
    }

    private void system() {
        OperatingSystem system = oshi.getOperatingSystem();
        sheet.add(SYSTEM, "os", () -> {
            // "Microsoft" and "Windows", but "GNU/Linux" and "Debian GNU/Linux".
            String family = system.getFamily();
            return family.contains(system.getManufacturer()) ? family : system.getManufacturer() + " " + family;
        });
        sheet.add(SYSTEM, "os.version", () -> system.getVersionInfo().getVersion());
        sheet.add(SYSTEM, "os.codename", () -> system.getVersionInfo().getCodeName());
        sheet.add(SYSTEM, "os.build", () -> system.getVersionInfo().getBuildNumber());
        sheet.add(SYSTEM, "os.bits", () -> String.valueOf(system.getBitness()));
    }

    private void boot() {
        long boot = oshi.getOperatingSystem().getSystemBootTime();
        sheet.add(SYSTEM, "boot", () -> Instant.ofEpochSecond(boot).toString());
    }

    private void interfaces() {
        int number = 0;
        for (NetworkIF each : firstOf(oshi.getHardware().getNetworkIFs(false))) {
            String key = "interface." + ++number;
            sheet.add(NETWORK, key, each::getDisplayName);
            sheet.add(NETWORK, key + ".mac", each::getMacaddr);
            sheet.add(NETWORK, key + ".ipv4", () -> String.join(" ", each.getIPv4addr()));
            sheet.add(NETWORK, key + ".ipv6", () -> String.join(" ", each.getIPv6addr()));
        }
    }

    private void fileStores() {
        int number = 0;
        for (OSFileStore each :
                firstOf(oshi.getOperatingSystem().getFileSystem().getFileStores(true))) {
            if (each.getTotalSpace() > 0) {
                String key = "disk." + ++number;
                sheet.add(DISKS, key, each::getMount);
                sheet.add(DISKS, key + ".type", each::getType);
                sheet.addSize(DISKS, key + ".size", each::getTotalSpace);
                sheet.addSize(DISKS, key + ".free", each::getUsableSpace);
            }
        }
    }

    private void drives() {
        int number = 0;
        for (HWDiskStore each : firstOf(oshi.getHardware().getDiskStores())) {
            if (each.getSize() > 0) {
                String key = "drive." + ++number;
                sheet.add(DISKS, key, each::getModel);
                sheet.addSize(DISKS, key + ".size", each::getSize);
            }
        }
    }

    private static <T> List<T> firstOf(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }
}
