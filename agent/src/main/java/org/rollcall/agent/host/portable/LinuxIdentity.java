package org.rollcall.agent.host.portable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.agent.host.HardwareIdentity;

/** What /sys tells of this machine's hardware, without OSHI, as it is asked at each start. */
final class LinuxIdentity {
    /** {@code addr_assign_type} of an address that was made up at boot, and so says nothing about the machine. */
    private static final String RANDOM = "1";

    private final Path sys;

    LinuxIdentity(Path sys) {
        this.sys = sys;
    }

    /** UUID and serial number are root's alone to read; anybody else has the MAC addresses. */
    HardwareIdentity read() {
        return new HardwareIdentity(
                Placeholders.orNull(SmallFile.lineOrNull(sys.resolve("class/dmi/id/product_uuid"))),
                Placeholders.orNull(SmallFile.lineOrNull(sys.resolve("class/dmi/id/product_serial"))),
                macs());
    }

    private SortedSet<String> macs() {
        SortedSet<String> macs = new TreeSet<>();
        Path net = sys.resolve("class/net");
        String[] interfaces = new File(net.toString()).list();
        if (interfaces == null) {
            return macs;
        }
        for (String name : interfaces) {
            Path folder = net.resolve(name);
            String mac = SmallFile.lineOrNull(folder.resolve("address"));
            // Bridges, tunnels and containers' ends have no device below them.
            if (mac != null
                    && Files.exists(folder.resolve("device"))
                    && !isOnUsb(folder)
                    && !RANDOM.equals(SmallFile.lineOrNull(folder.resolve("addr_assign_type")))) {
                macs.add(mac);
            }
        }
        return macs;
    }

    /** A device's link to the bus that it is on; a stick's leads to {@code …/bus/usb}. */
    private static boolean isOnUsb(Path folder) {
        try {
            return folder.resolve("device/subsystem").toRealPath().endsWith("usb");
        } catch (IOException unknown) {
            return false;
        }
    }
}
