package org.rollcall.xmpp.link;

import java.security.cert.CertificateException;

/** The server's certificate is not accepted; the message is a sentence for people. */
final class ServerCertificateException extends CertificateException {
    ServerCertificateException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
