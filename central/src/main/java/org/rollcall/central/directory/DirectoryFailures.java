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
import org.rollcall.xmpp.text.Sentence;

/** Turns what the LDAP library throws into one clear sentence. */
final class DirectoryFailures {
    private static final int LONGEST = 200;

    /** What Active Directory, and Samba, write where no code says it. */
    private static final Predicate<String> UNBOUND = Pattern.compile(
                    "successful bind must be completed|without authentication")
            .asPredicate();

    private DirectoryFailures() {}

    static DirectoryException connecting(DirectoryAddress server, LDAPException e) {
        Sentence told;
        if (find(e, UnknownHostException.class) != null) {
            told = sentence("no-address", server);
        } else if (find(e, CertificateException.class) != null || find(e, SSLException.class) != null) {
            told = sentence("certificate", server, deepest(e));
        } else if (find(e, ConnectException.class) != null) {
            told = sentence("refused", server);
        } else {
            told = sentence("unreachable", server, deepest(e));
        }
        return new DirectoryException(told, e);
    }

    /** @param what was being done, a key of the texts beside this class */
    static DirectoryException asking(String what, LDAPException e) {
        ResultCode code = e.getResultCode();
        Sentence doing = sentence("doing." + what);
        Sentence told;
        if (code.equals(ResultCode.INVALID_CREDENTIALS)) {
            told = sentence("password", doing);
        } else if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            told = sentence("no-base", doing);
        } else if (code.equals(ResultCode.TIMEOUT)) {
            told = sentence("no-answer", doing);
        } else if (code.equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
            told = sentence("no-right", doing);
        } else if (code.equals(ResultCode.CONFIDENTIALITY_REQUIRED) || code.equals(ResultCode.STRONG_AUTH_REQUIRED)) {
            // What OpenLDAP and Active Directory say to a password that came as it is.
            told = sentence("wants-tls", doing);
        } else if (code.equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
            // OpenLDAP counts all pages together: slapd.conf(5), "limits".
            told = sentence("limit", doing);
        } else if (code.equals(ResultCode.OPERATIONS_ERROR) && UNBOUND.test(deepest(e))) {
            told = sentence("unbound", doing);
        } else {
            told = sentence("answers", doing, code.getName(), deepest(e));
        }
        return new DirectoryException(told, e);
    }

    private static Sentence sentence(String key, Object... arguments) {
        return Sentence.of(DirectoryFailures.class, key, arguments);
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
