package org.rollcall.xmpp.link;

/** The link itself sees, before or at the sign-in, that it cannot be; the message is a sentence for people. */
final class SignInRefusedException extends Exception {
    private final transient LinkFailure failure;

    SignInRefusedException(LinkFailure failure) {
        super(failure.sentence());
        this.failure = failure;
    }

    LinkFailure failure() {
        return failure;
    }
}
