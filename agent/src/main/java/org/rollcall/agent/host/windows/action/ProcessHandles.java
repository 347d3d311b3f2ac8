package org.rollcall.agent.host.windows.action;

import org.rollcall.agent.host.ActionFailedException;

/** Windows' handles on processes. */
public interface ProcessHandles {

    Opened open(long pid) throws ActionFailedException;

    /** One process, held. */
    interface Opened extends AutoCloseable {

        boolean isCritical() throws ActionFailedException;

        void terminate() throws ActionFailedException;

        @Override
        void close();
    }
}
