package org.rollcall.agent.service;

import org.rollcall.agent.journal.DataFolderException;

/** The system is still being made: what would be written now would be copied to every PC of the image. */
public final class UnfinishedSystemException extends DataFolderException {
    private static final long serialVersionUID = 1;

    UnfinishedSystemException(String why) {
        super(why + ": the agent waits, and writes nothing before it is ready", null);
    }
}
