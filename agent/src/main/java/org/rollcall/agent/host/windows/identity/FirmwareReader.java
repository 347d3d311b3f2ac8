package org.rollcall.agent.host.windows.identity;

import com.sun.jna.Memory;
import org.rollcall.agent.host.windows.bindings.Kernel32Ex;
import org.rollcall.agent.host.windows.bindings.RawSMBIOSData;

/** Reads the SMBIOS tables, without WMI. */
final class FirmwareReader {
    private static final int LARGEST = 1024 * 1024;

    private FirmwareReader() {}

    /** Empty when there are none. */
    static byte[] tables(Kernel32Ex kernel) {
        int size = kernel.GetSystemFirmwareTable(Kernel32Ex.RSMB, 0, null, 0);
        if (size <= RawSMBIOSData.SMBIOSTableData || size > LARGEST) {
            return new byte[0];
        }
        try (Memory data = new Memory(size)) {
            int written = kernel.GetSystemFirmwareTable(Kernel32Ex.RSMB, 0, data, size);
            if (written <= RawSMBIOSData.SMBIOSTableData || written > size) {
                return new byte[0];
            }
            int most = written - RawSMBIOSData.SMBIOSTableData;
            int length = Math.min(data.getInt(RawSMBIOSData.Length), most);
            return length <= 0 ? new byte[0] : data.getByteArray(RawSMBIOSData.SMBIOSTableData, length);
        }
    }
}
