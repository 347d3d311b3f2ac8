package org.rollcall.agent.host.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.ptr.IntByReference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rollcall.agent.host.windows.bindings.Kernel32Ex;
import org.rollcall.agent.host.windows.bindings.NtDllEx;
import org.rollcall.agent.host.windows.bindings.SYSTEM_TIMEOFDAY_INFORMATION;
import org.rollcall.xmpp.text.XmlText;

/** The computer's name and its last full boot. */
final class ComputerFacts {
    private static final int LONGEST_NAME = 256;

    private ComputerFacts() {}

    /** The DNS host name: the NetBIOS one is cut at 15 characters. */
    static String name() {
        char[] name = new char[LONGEST_NAME];
        boolean found = Kernel32.INSTANCE.GetComputerNameEx(
                Kernel32Ex.ComputerNameDnsHostname, name, new IntByReference(name.length));
        String dns = found ? Native.toString(name) : "";
        return XmlText.name(dns.isBlank() ? Kernel32Util.getComputerName() : dns);
    }

    /** The kernel's start: also after fast startup's resume the last full boot. */
    static Instant bootTime() {
        try (Memory times = new Memory(SYSTEM_TIMEOFDAY_INFORMATION.SIZE)) {
            int status = NtDllEx.INSTANCE.NtQuerySystemInformation(
                    NtDllEx.SystemTimeOfDayInformation, times, SYSTEM_TIMEOFDAY_INFORMATION.SIZE, new IntByReference());
            Instant boot = status == 0
                    ? FileTime.instant(times.getLong(SYSTEM_TIMEOFDAY_INFORMATION.BootTime))
                    : Instant.now().minusMillis(Kernel32.INSTANCE.GetTickCount64());
            return boot.truncatedTo(ChronoUnit.SECONDS);
        }
    }
}
