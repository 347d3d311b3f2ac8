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
     * @param value cleaned text: bytes as plain digits, times in ISO 8601
     */
    public record Fact(String group, String key, String value) {
        public Fact {
            value = XmlText.clean(value);
        }
    }

    public HostSheet {
        facts = List.copyOf(facts);
    }
}
