package org.rollcall.agent.procrun;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rollcall.agent.host.FolderRights;
import org.rollcall.agent.log.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's folder, made ready before there is a log to tell of it.
 *
 * @param instance empty: another service has the folder, unless a failure is told
 * @param failure null: all is well
 */
record FolderPreparation(ServiceFolder folder, Optional<OneInstance> instance, List<String> repairs, String failure) {
    private static final Logger LOG = LoggerFactory.getLogger(FolderPreparation.class);

    /** @param rights null: as the system makes folders */
    static FolderPreparation of(ServiceFolder folder, FolderRights rights, Clock clock) {
        List<String> repairs = List.of();
        try {
            if (rights != null) {
                repairs = new SafeFolder(rights, clock).prepare(folder.root());
            }
            Files.createDirectories(folder.logs());
            Files.createDirectories(folder.temporary());
            return new FolderPreparation(folder, OneInstance.take(folder.instanceLock()), repairs, null);
        } catch (IOException e) {
            // A folder whose rights cannot be set may still take a log: what is wrong with it, the log says best.
            return new FolderPreparation(folder, Optional.empty(), repairs, e.toString());
        }
    }

    boolean failed() {
        return failure != null;
    }

    boolean inUse() {
        return instance.isEmpty() && failure == null;
    }

    void release() {
        try {
            if (instance.isPresent()) {
                instance.get().close();
            }
        } catch (IOException e) {
            LOG.debug("The lock ends with the process", e);
        }
    }

    void tell() {
        for (String repair : repairs) {
            LOG.warn(EventId.DATA_FOLDER_REPAIRED.marker(), "{}", repair);
        }
        if (failure != null) {
            LOG.error(
                    EventId.DATA_FOLDER_UNUSABLE.marker(),
                    "The data folder {} cannot be made ready ({}): the agent tries again and again, and has no log file "
                            + "meanwhile; free the disk, or give SYSTEM and Administrators full control there",
                    folder.root(),
                    failure);
        }
    }
}
