package org.rollcall.agent.host;

import java.util.SortedSet;

/**
 * What tells this machine from a copy of its disk.
 *
 * @param uuid SMBIOS system UUID, null when absent or a placeholder
 * @param serial SMBIOS system serial number, null when absent or a placeholder
 * @param macs of the physical network cards, {@code aa:bb:cc:dd:ee:ff}; not of what hangs on USB, as far as the system
 *     tells: docks and sticks go from one machine to the other
 */
public record HardwareIdentity(String uuid, String serial, SortedSet<String> macs) {}
