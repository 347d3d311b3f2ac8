package org.rollcall.central.settings;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.xmpp.settings.BadValueException;
import org.rollcall.xmpp.settings.ValueType;

/** One of the ways in which people may sign in on the web page. */
final class SignInType implements ValueType<String> {
    static final ValueType<String> SIGN_IN = new SignInType();

    private static final List<String> WAYS = List.of("xmpp", "directory", "header");

    private SignInType() {}

    @Override
    public String id() {
        return "sign-in";
    }

    @Override
    public String parse(Object raw, Path base) throws BadValueException {
        String text = String.valueOf(raw).strip();
        if (!WAYS.contains(text)) {
            throw new BadValueException("bad.sign-in");
        }
        return text;
    }
}
