package org.rollcall.agent.host.windows.process;

import java.util.List;
import org.rollcall.agent.host.ReadingFailedException;

/** Where process rows come from. */
public interface ProcessRows {
    List<ProcessRow> read() throws ReadingFailedException;
}
