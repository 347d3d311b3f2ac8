package org.rollcall.agent.host.portable;

import java.util.List;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;

/** One way to list people's sessions. */
interface SessionReader {
    List<Session> read() throws ReadingFailedException;
}
