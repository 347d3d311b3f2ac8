package org.rollcall.agent.host;

import java.util.List;
import org.rollcall.xmpp.text.XmlText;

/**
 * Facts about the machine for people, in order, under stable English keys ({@code make}, {@code model}, {@code serial},
 * {@code cpu}, {@code memory}, {@code disk}, {@code interface}, {@code os}, {@code boot}…). A part that cannot be read
 * is left out; the others stand.
 */
public record HostSheet(List<Fact> facts) {

    /**
     * @param group {@code hardware}, {@code system}, {@code network}, {@code disks} or {@code agent}
     * @param value cleaned text, times in ISO 8601; null where the fact is a size
     * @param size in bytes; null where the fact is not a size
     */
    public record Fact(String group, String key, String value, Long size) {
        public Fact {
            value = XmlText.clean(value);
        }

        public Fact(String group, String key, String value) {
            this(group, key, value, null);
        }

        public static Fact size(String group, String key, long bytes) {
            return new Fact(group, key, null, bytes);
        }
    }

    public HostSheet {
        facts = List.copyOf(facts);
    }
}
