package org.rollcall.agent.host.windows.trust;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.agent.host.windows.bindings.CERT_CONTEXT;
import org.rollcall.agent.host.windows.bindings.Crypt32Ex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The LocalMachine ROOT store. Read through crypt32 because the runtime is shipped without jdk.crypto.mscapi. Windows
 * fetches public roots only when it needs them, so these come beside the runtime's own, not instead.
 */
public final class LocalMachineRoots implements Supplier<List<X509Certificate>> {
    private static final Logger LOG = LoggerFactory.getLogger(LocalMachineRoots.class);
    private static final int FLAGS = Crypt32Ex.CERT_SYSTEM_STORE_LOCAL_MACHINE
            | Crypt32Ex.CERT_STORE_OPEN_EXISTING_FLAG
            | Crypt32Ex.CERT_STORE_READONLY_FLAG;
    private static final int MOST = 2000;
    private static final int LARGEST = 64 * 1024;

    /** Empty, with a line in the log, when the store cannot be read. */
    @Override
    public List<X509Certificate> get() {
        Crypt32Ex crypt = Crypt32Ex.INSTANCE;
        Pointer store = crypt.CertOpenStore(
                Pointer.createConstant(Crypt32Ex.CERT_STORE_PROV_SYSTEM_W), 0, null, FLAGS, new WString("ROOT"));
        if (store == null) {
            LOG.warn("Windows' trusted roots cannot be read: Windows error {}", Native.getLastError());
            return List.of();
        }
        try {
            return read(crypt, store);
        } catch (CertificateException e) {
            LOG.warn("Windows' trusted roots cannot be read: {}", e.getMessage());
            return List.of();
        } finally {
            crypt.CertCloseStore(store, 0);
        }
    }

    private static List<X509Certificate> read(Crypt32Ex crypt, Pointer store) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> roots = new ArrayList<>();
        Pointer context = null;
        while ((context = crypt.CertEnumCertificatesInStore(store, context)) != null) {
            int length = context.getInt(CERT_CONTEXT.cbCertEncoded);
            if (length <= 0 || length > LARGEST) {
                continue;
            }
            byte[] encoded = context.getPointer(CERT_CONTEXT.pbCertEncoded).getByteArray(0, length);
            try {
                roots.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
            } catch (CertificateException e) {
                // One that Java cannot read must not cost the others.
                LOG.debug("a trusted root was left out: {}", e.getMessage());
            }
            if (roots.size() == MOST) {
                crypt.CertFreeCertificateContext(context);
                break;
            }
        }
        return roots;
    }
}
