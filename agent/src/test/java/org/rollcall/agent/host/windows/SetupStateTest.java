package org.rollcall.agent.host.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetupStateTest {
    @Test
    void aPcThatIsInUseIsFinished() {
        assertEquals(Optional.empty(), SetupState.unfinished(null, null, null));
        assertEquals(Optional.empty(), SetupState.unfinished(0, 0, "IMAGE_STATE_COMPLETE"));
        assertEquals(Optional.empty(), SetupState.unfinished(0, 0, "IMAGE_STATE_UNDEPLOYABLE"));
    }

    @Test
    void anImageInTheMakingIsNot() {
        said("SystemSetupInProgress", SetupState.unfinished(1, null, null));
        said("OOBEInProgress", SetupState.unfinished(0, 1, "IMAGE_STATE_COMPLETE"));
        said("GENERALIZE_RESEAL_TO_OOBE", SetupState.unfinished(0, 0, "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE"));
        said("SPECIALIZE_RESEAL_TO_OOBE", SetupState.unfinished(0, 0, "IMAGE_STATE_SPECIALIZE_RESEAL_TO_OOBE"));
    }

    private static void said(String word, Optional<String> sentence) {
        assertTrue(sentence.orElse("finished").contains(word), () -> sentence.toString());
    }
}
