package org.rollcall.agent.procrun;

import java.nio.file.Path;
import org.rollcall.xmpp.settings.StateFolder;

/** Where the service's own files are, whatever its settings say: it must be able to log before it has any. */
record ServiceFolder(Path root) {

    /** {@code %ProgramData%\Rollcall}. */
    static ServiceFolder byDefault() {
        return new ServiceFolder(StateFolder.of(System.getenv()));
    }

    /** Settings, for sites without Group Policy; there need be none. */
    Path settings() {
        return root.resolve("agent.toml");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log() {
        return logs().resolve("agent.log");
    }

    /** The JVM's java.io.tmpdir. */
    Path temporary() {
        return root.resolve("tmp");
    }

    /** Locked by the service that runs. */
    Path instanceLock() {
        return root.resolve("service.lock");
    }

    /** There while the service runs. */
    Path runMark() {
        return root.resolve("running");
    }
}
