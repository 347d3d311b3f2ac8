package org.rollcall.agent.host.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import org.rollcall.agent.host.windows.bindings.Advapi32Ex;

/**
 * Reads whose an access token is.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-token_user">TOKEN_USER</a>
 */
public final class TokenUser {
    /** A TOKEN_USER is a pointer and a padded DWORD, with the SID that it points to behind it. */
    private static final int LONGEST = 16 + Sid.LONGEST;

    private TokenUser() {}

    /** Null when Windows does not tell. */
    public static String sid(HANDLE token) {
        try (Memory user = new Memory(LONGEST)) {
            IntByReference length = new IntByReference();
            if (!Advapi32Ex.INSTANCE.GetTokenInformation(token, Advapi32Ex.TokenUser, user, LONGEST, length)) {
                return null;
            }
            Pointer sid = user.getPointer(0);
            return Sid.text(sid.getByteArray(0, 8 + 4 * (sid.getByte(1) & 0xFF)));
        }
    }
}
