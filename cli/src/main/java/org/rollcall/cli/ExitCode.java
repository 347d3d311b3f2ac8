package org.rollcall.cli;

/** What the command's exit code says. */
public final class ExitCode {
    /** Done; every machine asked has answered. */
    public static final int ALL_ANSWERED = 0;

    /** Some machines did not answer, or refused. */
    public static final int SOME_DID_NOT = 1;

    /** No machine answered; or nothing could be asked at all: no server, wrong password. */
    public static final int NONE_DID = 2;

    /** The command line or the settings are wrong; nothing was sent (EX_USAGE of sysexits.h). */
    public static final int BAD_USE = 64;

    /** A fault of the program itself, or the launcher cannot build or start it (EX_SOFTWARE). */
    public static final int INTERNAL = 70;

    private ExitCode() {}

    /** For so many answers out of so many machines. */
    public static int of(int answered, int asked) {
        if (answered == asked) {
            return ALL_ANSWERED;
        }
        return answered == 0 ? NONE_DID : SOME_DID_NOT;
    }
}
