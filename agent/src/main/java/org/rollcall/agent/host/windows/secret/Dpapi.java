package org.rollcall.agent.host.windows.secret;

import com.sun.jna.platform.win32.Crypt32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinCrypt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.rollcall.agent.host.Protection;

/**
 * The Data Protection API, machine scope: a disk's copy without the machine's keys is of no use. Any program on the
 * machine may undo it, so the data folder's rights are needed as well; the entropy only keeps others' blobs apart.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/dpapi/nf-dpapi-cryptprotectdata">CryptProtectData</a>
 */
public final class Dpapi implements Protection {
    private static final byte[] ENTROPY = "urn:rollcall:1 password".getBytes(StandardCharsets.US_ASCII);
    /** A service has no desktop to ask anybody on. */
    private static final int FLAGS = WinCrypt.CRYPTPROTECT_LOCAL_MACHINE | WinCrypt.CRYPTPROTECT_UI_FORBIDDEN;

    @Override
    public byte[] protect(byte[] secret) throws IOException {
        try {
            return Crypt32Util.cryptProtectData(secret, ENTROPY, FLAGS, "Rollcall", null);
        } catch (Win32Exception e) {
            throw new IOException("CryptProtectData failed with Windows error " + e.getErrorCode(), e);
        }
    }

    @Override
    public byte[] unprotect(byte[] kept) throws IOException {
        try {
            return Crypt32Util.cryptUnprotectData(kept, ENTROPY, WinCrypt.CRYPTPROTECT_UI_FORBIDDEN, null);
        } catch (Win32Exception e) {
            throw new IOException("CryptUnprotectData failed with Windows error " + e.getErrorCode(), e);
        }
    }
}
