package org.rollcall.agent.journal;

import java.nio.file.Path;

/** Journals for the tests of other packages. */
public final class TestJournals {
    private TestJournals() {}

    public static Journal in(Path folder) throws DataFolderException {
        return in(folder, Journal.DEFAULT_BOUND);
    }

    public static Journal in(Path folder, long bound) throws DataFolderException {
        return new Journal(folder.resolve("journal"), folder.resolve("refused.log"), bound, () -> {});
    }
}
