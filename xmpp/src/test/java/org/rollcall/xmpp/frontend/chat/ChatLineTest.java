package org.rollcall.xmpp.frontend.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.command.Parameter;

class ChatLineTest {
    private static final List<Parameter> HELP = List.of(Parameter.optional("command", Parameter.Type.TEXT));
    private static final List<Parameter> SHUTDOWN = List.of(
            Parameter.optional("delay", Parameter.Type.DURATION), Parameter.optional("if-free", Parameter.Type.FLAG));
    private static final List<Parameter> MESSAGE =
            List.of(Parameter.required("text", Parameter.Type.TEXT), Parameter.optional("user", Parameter.Type.TEXT));

    private static Map<String, String> arguments(String line, List<Parameter> parameters) throws Exception {
        return ChatLine.parse(line).arguments(parameters);
    }

    @Test
    void aBareWordIsTheFirstParametersValue() throws Exception {
        assertEquals(Map.of("command", "processes"), arguments("help processes", HELP));
        assertEquals(
                Map.of("text", "Good Evening", "user", "jo"), arguments("message \"Good Evening\" user=jo", MESSAGE));
    }

    @Test
    void aBareWordIsAFlagWhereTheCommandHasOne() throws Exception {
        assertEquals(Map.of("delay", "5m", "if-free", "true"), arguments("shutdown delay=5m IF-FREE", SHUTDOWN));
    }

    @Test
    void aSecondBareWordIsNotLost() throws Exception {
        assertEquals(Map.of("command", "one", "two", "true"), arguments("help one two", HELP));
    }

    @Test
    void bareWordsFillWhatMustBeThere() throws Exception {
        List<Parameter> ask = List.of(
                Parameter.required("whom", Parameter.Type.TEXT), Parameter.required("command", Parameter.Type.TEXT));
        assertEquals(
                Map.of("whom", "all", "command", "restart", "if-free", "true", "delay", "5m"),
                arguments("order all restart if-free delay=5m", ask));
    }

    @Test
    void quotesHoldAValueTogether() throws Exception {
        assertEquals(
                Map.of("text", "say \"yes\" now", "user", ""),
                arguments("message text=\"say \\\"yes\\\" now\" user=", MESSAGE));
    }

    @Test
    void whatIsGivenTwiceOrNotClosedIsRefused() {
        assertThrows(ChatLine.BadLineException.class, () -> arguments("x a=1 a=2", HELP));
        assertThrows(ChatLine.BadLineException.class, () -> arguments("x =1", HELP));
        assertThrows(ChatLine.BadLineException.class, () -> arguments("x \"open", HELP));
    }
}
