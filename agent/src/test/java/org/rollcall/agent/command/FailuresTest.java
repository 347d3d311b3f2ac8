package org.rollcall.agent.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.xmpp.text.Messages;

class FailuresTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonOfTheSystemHasAText(ActionFailedException.Reason reason) {
        assertTrue(Messages.beside(Failures.class, Locale.ENGLISH)
                .has("failed." + reason.name().toLowerCase(Locale.ROOT)));
    }
}
