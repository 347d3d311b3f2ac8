package org.rollcall.agent.host.windows.registry;

import java.io.IOException;
import java.util.List;

/** What can be read below HKEY_LOCAL_MACHINE. */
public interface RegistryTree {

    /**
     * All values of a key, without those of its subkeys; none for a key that is not there.
     *
     * @throws IOException with one sentence, when the key is there and cannot be read
     */
    List<RegistryValue> values(String key) throws IOException;
}
