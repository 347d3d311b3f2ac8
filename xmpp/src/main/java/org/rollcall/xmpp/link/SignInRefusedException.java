package org.rollcall.xmpp.link;

/** The link itself sees, before or at the sign-in, that it cannot be; the message is a sentence for people. */
final class SignInRefusedException extends Exception {
    private final LinkFailure.Kind kind;

    SignInRefusedException(LinkFailure.Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    LinkFailure failure() {
        return new LinkFailure(kind, getMessage());
    }
}
