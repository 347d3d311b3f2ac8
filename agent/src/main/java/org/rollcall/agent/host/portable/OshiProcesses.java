package org.rollcall.agent.host.portable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.xmpp.text.XmlText;
import oshi.software.os.OSProcess;

/** Processes by OSHI, for systems without /proc. */
final class OshiProcesses implements ProcessReader {

    @Override
    public List<HostProcess> read() throws ReadingFailedException {
        try {
            List<HostProcess> processes = new ArrayList<>();
            for (OSProcess process : Oshi.system().getOperatingSystem().getProcesses()) {
                processes.add(interpret(process));
            }
            return processes;
        } catch (RuntimeException | LinkageError e) {
            throw new ReadingFailedException("the processes cannot be listed", e);
        }
    }

    private static HostProcess interpret(OSProcess process) {
        return new HostProcess(
                process.getProcessID(),
                process.getParentProcessID(),
                XmlText.name(process.getName()),
                XmlText.name(process.getUser()),
                null,
                null,
                process.getResidentMemory(),
                Duration.ofMillis(process.getKernelTime() + process.getUserTime()),
                process.getStartTime() <= 0 ? null : Instant.ofEpochMilli(process.getStartTime()),
                process.getThreadCount(),
                process.getState().name().toLowerCase(Locale.ROOT));
    }
}
