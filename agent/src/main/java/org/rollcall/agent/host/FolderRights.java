package org.rollcall.agent.host;

import java.io.IOException;
import java.nio.file.Path;

/** How the system guards a folder. A path here is never followed when it is a link. */
public interface FolderRights {

    /** Whether it is a symbolic link, a junction or another reparse point. */
    boolean isLink(Path path) throws IOException;

    /** Whether nobody but the administrators, the system and this very account could have made it. */
    boolean isTrusted(Path path) throws IOException;

    /** Owned by the administrators, open to them and the system, and to nobody by way of the folder above. */
    boolean isSafe(Path folder) throws IOException;

    /** Makes a folder that is safe from its first moment. */
    void create(Path folder) throws IOException;

    /** Makes this one folder safe; what is within keeps its own rights for now. */
    void close(Path folder) throws IOException;

    /** Hands the folder's rights down to all that is within. */
    void handDown(Path folder) throws IOException;
}
