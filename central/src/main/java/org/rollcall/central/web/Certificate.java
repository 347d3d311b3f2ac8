package org.rollcall.central.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's certificate; taken anew when its files change, and the old one kept while they are wrong. */
final class Certificate {
    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);

    private final Path certificateFile;
    private final Path keyFile;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private FileTime certificateRead;
    private FileTime keyRead;

    Certificate(Path certificateFile, Path keyFile) throws IOException {
        this.certificateFile = certificateFile;
        this.keyFile = keyFile;
        remember();
        use(context, PemKeyStore.read(certificateFile, keyFile));
    }

    SslContextFactory.Server context() {
        return context;
    }

    /** Called from time to time. */
    synchronized void reloadIfRenewed() {
        try {
            if (Files.getLastModifiedTime(certificateFile).equals(certificateRead)
                    && Files.getLastModifiedTime(keyFile).equals(keyRead)) {
                return;
            }
            remember();
            KeyStore renewed = PemKeyStore.read(certificateFile, keyFile);
            context.reload(same -> use(context, renewed));
            LOG.info("The web board's certificate was renewed.");
        } catch (Exception e) {
            // A renewal writes two files, one after the other: the next look finds both.
            LOG.warn("The web board keeps its certificate: {}", e.getMessage());
        }
    }

    private void remember() throws IOException {
        certificateRead = Files.getLastModifiedTime(certificateFile);
        keyRead = Files.getLastModifiedTime(keyFile);
    }

    private static void use(SslContextFactory.Server context, KeyStore store) {
        context.setKeyStore(store);
        context.setKeyStorePassword(PemKeyStore.PASSWORD);
    }
}
