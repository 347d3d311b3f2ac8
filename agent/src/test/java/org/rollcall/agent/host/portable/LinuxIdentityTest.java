package org.rollcall.agent.host.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.HardwareIdentity;

class LinuxIdentityTest {
    @TempDir
    Path sys;

    private void file(String path, String text) throws IOException {
        Files.createDirectories(sys.resolve(path).getParent());
        Files.writeString(sys.resolve(path), text);
    }

    @Test
    void firmwareFieldsAndPhysicalAddressesAlone() throws IOException {
        file("class/dmi/id/product_uuid", "4c4c4544-0042-3510-8052-b4c04f4e3032\n");
        file("class/dmi/id/product_serial", "B5RN02\n");
        file("class/net/eth0/address", "10:7c:61:00:00:01\n");
        file("class/net/eth0/device/vendor", "0x8086\n");
        file("class/net/eth0/addr_assign_type", "0\n");
        file("class/net/usb0/address", "10:7c:61:00:00:04\n");
        file("bus/usb/devices", "");
        file("class/net/usb0/device/vendor", "0x0b95\n");
        Files.createSymbolicLink(sys.resolve("class/net/usb0/device/subsystem"), sys.resolve("bus/usb"));
        file("class/net/virbr0/address", "52:54:00:00:00:02\n");
        file("class/net/wlan0/address", "0a:00:00:00:00:03\n");
        file("class/net/wlan0/device/vendor", "0x8086\n");
        file("class/net/wlan0/addr_assign_type", "1\n");

        HardwareIdentity identity = new LinuxIdentity(sys).read();

        assertEquals("4c4c4544-0042-3510-8052-b4c04f4e3032", identity.uuid());
        assertEquals("B5RN02", identity.serial());
        assertEquals(Set.of("10:7c:61:00:00:01"), identity.macs());
    }

    @Test
    void aMakersPlaceholderIdentifiesNothing() throws IOException {
        file("class/dmi/id/product_uuid", "ffffffff-ffff-ffff-ffff-ffffffffffff\n");
        file("class/dmi/id/product_serial", "To Be Filled By O.E.M.\n");

        HardwareIdentity identity = new LinuxIdentity(sys).read();

        assertNull(identity.uuid());
        assertNull(identity.serial());
    }

    @Test
    void whatMayNotBeReadIsUnknown() {
        HardwareIdentity identity = new LinuxIdentity(sys.resolve("absent")).read();

        assertNull(identity.uuid());
        assertEquals(Set.of(), identity.macs());
    }
}
