package org.rollcall.central.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.rollcall.central.settings.DirectoryAddress;

/** Turns what the LDAP library throws into one clear sentence. */
final class DirectoryFailures {
    private static final int LONGEST = 200;

    /** What Active Directory, and Samba, write where no code says it. */
    private static final Predicate<String> UNBOUND = Pattern.compile(
                    "successful bind must be completed|without authentication")
            .asPredicate();

    private DirectoryFailures() {}

    static DirectoryException connecting(DirectoryAddress server, LDAPException e) {
        String why;
        if (find(e, UnknownHostException.class) != null) {
            why = "has no address: check directory.url and the DNS";
        } else if (find(e, CertificateException.class) != null || find(e, SSLException.class) != null) {
            why = "shows a certificate that is not trusted, or not for this name (" + deepest(e)
                    + "): check directory.ca-file and the host's name in directory.url";
        } else if (find(e, ConnectException.class) != null) {
            why = "refuses the connection or cannot be reached";
        } else {
            why = "cannot be reached: " + deepest(e);
        }
        return new DirectoryException("the directory " + server + " " + why, e);
    }

    static DirectoryException asking(String what, LDAPException e) {
        String why;
        if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
            why = "refuses directory.bind-dn or its password: check directory.password-file";
        } else if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
            why = "has no entry as named by directory.base";
        } else if (e.getResultCode().equals(ResultCode.TIMEOUT)) {
            why = "did not answer in time";
        } else if (e.getResultCode().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
            why = "does not let directory.bind-dn read there";
        } else if (e.getResultCode().equals(ResultCode.CONFIDENTIALITY_REQUIRED)
                || e.getResultCode().equals(ResultCode.STRONG_AUTH_REQUIRED)) {
            // What OpenLDAP and Active Directory say to a password that came as it is.
            why = "wants TLS: write ldaps:// in directory.url, or set directory.start-tls";
        } else if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
            // OpenLDAP counts all pages together: slapd.conf(5), "limits".
            why = "gives directory.bind-dn no more than a number of entries, by pages neither: put its limit up"
                    + " (OpenLDAP: olcLimits with size.prtotal=unlimited for this account)";
        } else if (e.getResultCode().equals(ResultCode.OPERATIONS_ERROR) && UNBOUND.test(deepest(e))) {
            why = "tells nothing to whoever has not signed in: set directory.bind-dn and directory.password-file";
        } else {
            why = "answers: " + e.getResultCode().getName() + " (" + deepest(e) + ")";
        }
        return new DirectoryException("the directory, " + what + ", " + why, e);
    }

    private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** The library puts the whole stack into its own messages. */
    private static String deepest(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
