package org.rollcall.agent.host.windows.identity;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.windows.Registry;
import org.rollcall.agent.host.windows.bindings.IPHlpAPIEx;
import org.rollcall.agent.host.windows.bindings.Kernel32Ex;
import org.rollcall.agent.host.windows.bindings.MIB_IF_ROW2;
import org.rollcall.agent.host.windows.bindings.MIB_IF_TABLE2;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads this PC's identity. What cannot be read is left out. */
public final class IdentityReader {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityReader.class);
    private static final int MOST_INTERFACES = 4096;
    /**
     * Below the class of network adapters.
     *
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/install/device-instance-ids">Device instance IDs</a>
     */
    private static final String CONNECTIONS =
            "SYSTEM\\CurrentControlSet\\Control\\Network\\{4D36E972-E325-11CE-BFC1-08002BE10318}";

    private IdentityReader() {}

    public static HardwareIdentity read() {
        Smbios smbios = Smbios.parse(FirmwareReader.tables(Kernel32Ex.INSTANCE));
        return new HardwareIdentity(smbios.uuid(), smbios.serial(), macs(IPHlpAPIEx.INSTANCE));
    }

    private static SortedSet<String> macs(IPHlpAPIEx api) {
        PointerByReference table = new PointerByReference();
        int error = api.GetIfTable2(table);
        if (error != 0) {
            LOG.warn("the network cards cannot be read: GetIfTable2 failed with Windows error {}", error);
            return new TreeSet<>();
        }
        Pointer rows = table.getValue();
        try {
            int count = Math.min(rows.getInt(MIB_IF_TABLE2.NumEntries), MOST_INTERFACES);
            return InterfaceTable.physicalMacs(
                    rows.getByteArray(MIB_IF_TABLE2.Table, count * MIB_IF_ROW2.SIZE), IdentityReader::isOnUsb);
        } finally {
            api.FreeMibTable(rows);
        }
    }

    /** By the device's instance id, whose first part is the bus that found it. */
    private static boolean isOnUsb(String guid) {
        String device = Registry.text(CONNECTIONS + "\\" + guid + "\\Connection", "PnpInstanceID");
        return device != null && device.toUpperCase(Locale.ROOT).startsWith("USB\\");
    }
}
