package org.rollcall.agent.host.windows.process;

import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.windows.Account;
import org.rollcall.agent.host.windows.FileTime;
import org.rollcall.xmpp.text.XmlText;

/** From what Windows wrote to what it means. */
final class ProcessMapping {
    private static final String IDLE = "System Idle Process";

    private ProcessMapping() {}

    /** @param owner null when unknown */
    static HostProcess process(ProcessRow row, Account owner) {
        return new HostProcess(
                row.pid(),
                row.parent(),
                name(row),
                owner == null ? null : XmlText.name(owner.user()),
                owner == null ? null : XmlText.name(owner.domain()),
                row.session(),
                row.workingSet(),
                FileTime.duration(row.userTime() + row.kernelTime()),
                FileTime.instant(row.createTime()),
                row.threads(),
                row.suspended() ? "suspended" : "running");
    }

    /** Windows has no name for process 0; tasklist calls it so. */
    private static String name(ProcessRow row) {
        return row.pid() == 0 && row.name().isEmpty() ? IDLE : XmlText.name(row.name());
    }
}
