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
 * @param usable whether logs can be written there
 * @param instance empty: another service has the folder, unless a failure is told
 */
record FolderPreparation(
        ServiceFolder folder, boolean usable, Optional<OneInstance> instance, List<String> repairs, String failure) {
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
            return new FolderPreparation(folder, true, OneInstance.take(folder.instanceLock()), repairs, null);
        } catch (IOException e) {
            // A folder whose rights cannot be set may still take a log: what is wrong with it, the log says best.
            return new FolderPreparation(
                    folder, Files.isDirectory(folder.logs()), Optional.empty(), repairs, e.toString());
        }
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
                    "The data folder {} cannot be made ready ({}): give SYSTEM and Administrators full control there",
                    folder.root(),
                    failure);
        }
    }
}
