package org.rollcall.agent.host.windows;

import java.util.Optional;

/**
 * Whether this Windows is still being made: what is written now would be copied to every PC of the image.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/windows-setup-states">Windows Setup
 *     States</a>
 */
final class SetupState {
    private static final String SETUP = "SYSTEM\\Setup";
    private static final String STATE = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State";

    private SetupState() {}

    static Optional<String> unfinished() {
        return unfinished(
                Registry.number(SETUP, "SystemSetupInProgress"),
                Registry.number(SETUP, "OOBEInProgress"),
                Registry.text(STATE, "ImageState"));
    }

    /** Each may be absent. A state of failure (IMAGE_STATE_UNDEPLOYABLE) never ends: it is no reason to wait. */
    static Optional<String> unfinished(Integer setup, Integer firstStart, String image) {
        if (setup != null && setup != 0) {
            return Optional.of("Windows is being set up (SystemSetupInProgress)");
        }
        if (firstStart != null && firstStart != 0) {
            return Optional.of("Windows is at its first start (OOBEInProgress)");
        }
        boolean sealed = image != null
                && (image.startsWith("IMAGE_STATE_GENERALIZE") || image.startsWith("IMAGE_STATE_SPECIAL"));
        return sealed ? Optional.of("Windows is prepared for imaging (" + image + ")") : Optional.empty();
    }
}
