package org.rollcall.agent.host.windows.session;

import java.util.List;
import org.rollcall.agent.host.ReadingFailedException;

/** Where session rows come from. */
public interface SessionRows {

    /** Those of interest only; never an empty list for a reading that failed. */
    List<SessionRow> read() throws ReadingFailedException;
}
