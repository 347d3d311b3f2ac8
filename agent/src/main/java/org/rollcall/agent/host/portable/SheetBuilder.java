package org.rollcall.agent.host.portable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.HostSheet.Fact;
import org.rollcall.xmpp.text.XmlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oshi.util.Constants;

/** Collects a sheet's facts; whatever a driver throws costs its own part alone. */
final class SheetBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(SheetBuilder.class);

    private final List<Fact> facts = new ArrayList<>();

    void part(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The sheet's part {} cannot be read", name, e);
        }
    }

    /** A blank value is no fact, nor is OSHI's word for one that it could not read. */
    void add(String group, String key, Supplier<String> value) {
        part(key, () -> {
            String text = XmlText.name(value.get());
            if (text != null && !text.isBlank() && !text.equals(Constants.UNKNOWN)) {
                facts.add(new Fact(group, key, text.strip()));
            }
        });
    }

    void addSize(String group, String key, LongSupplier bytes) {
        part(key, () -> facts.add(Fact.size(group, key, bytes.getAsLong())));
    }

    /** A field that makers fill in, or leave as it came: such a placeholder is no fact either. */
    void addFirmware(String group, String key, Supplier<String> value) {
        add(group, key, () -> Placeholders.orNull(value.get()));
    }

    HostSheet build() {
        return new HostSheet(facts);
    }
}
