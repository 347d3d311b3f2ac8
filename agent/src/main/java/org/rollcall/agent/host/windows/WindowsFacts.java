package org.rollcall.agent.host.windows;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.HostSheet.Fact;

/** What the sheet says about Windows beside what OSHI knows. */
final class WindowsFacts {
    private static final String POWER = "SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power";

    private WindowsFacts() {}

    static HostSheet addedTo(HostSheet sheet) {
        List<Fact> facts = new ArrayList<>(sheet.facts());
        Integer hiberboot = Registry.number(POWER, "HiberbootEnabled");
        if (hiberboot != null) {
            // Where it is on, a shutdown hibernates the services, and boot times are older than people think.
            facts.add(new Fact("system", "fast-startup", hiberboot == 0 ? "off" : "on"));
        }
        return new HostSheet(facts);
    }
}
