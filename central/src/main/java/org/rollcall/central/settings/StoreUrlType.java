package org.rollcall.central.settings;

import java.nio.file.Path;
import org.rollcall.xmpp.settings.BadValueException;
import org.rollcall.xmpp.settings.FileTypes;
import org.rollcall.xmpp.settings.ValueType;

/** {@code jdbc:sqlite:FILE}, the file relative to the settings file's folder, or {@code jdbc:postgresql:…}. */
final class StoreUrlType implements ValueType<String> {
    static final ValueType<String> STORE_URL = new StoreUrlType();

    private static final String SQLITE = "jdbc:sqlite:";

    private StoreUrlType() {}

    @Override
    public String id() {
        return "store-url";
    }

    @Override
    public String parse(Object raw, Path base) throws BadValueException {
        String text = String.valueOf(raw).strip();
        if (text.startsWith(SQLITE) && text.length() > SQLITE.length()) {
            return SQLITE + FileTypes.PATH.parse(text.substring(SQLITE.length()), base);
        }
        // A password in the address would stand in check-config's output and in the log.
        if (text.startsWith("jdbc:postgresql:") && !text.contains("password=")) {
            return text;
        }
        throw new BadValueException("bad.store-url");
    }
}
