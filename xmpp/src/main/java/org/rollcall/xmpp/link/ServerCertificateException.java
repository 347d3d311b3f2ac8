package org.rollcall.xmpp.link;

import java.security.cert.CertificateException;
import org.rollcall.xmpp.text.Sentence;

/** The server's certificate is not accepted; the message is a sentence for people. */
final class ServerCertificateException extends CertificateException {
    private final transient Sentence told;

    ServerCertificateException(Sentence told, Throwable cause) {
        super(told.toString(), cause);
        this.told = told;
    }

    LinkFailure failure() {
        return new LinkFailure(LinkFailure.Kind.CERTIFICATE, told);
    }
}
