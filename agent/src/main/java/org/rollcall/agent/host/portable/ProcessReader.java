package org.rollcall.agent.host.portable;

import java.util.List;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;

/** One way to list processes. */
interface ProcessReader {
    List<HostProcess> read() throws ReadingFailedException;
}
