package org.rollcall.xmpp.settings;

import java.util.ArrayList;
import java.util.List;

/** {@code --set key=value} on the command line, where every user of the computer can read it: so never a secret. */
public final class OptionSource implements Source {
    private final List<String> assignments;

    /** @param assignments each {@code key=value} */
    public OptionSource(List<String> assignments) {
        this.assignments = List.copyOf(assignments);
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public List<RawSetting> read(List<Setting<?>> known, Problems problems) {
        List<RawSetting> found = new ArrayList<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                problems.error("--set", "option.form");
                continue;
            }
            List<String> path = Keys.split(assignment.substring(0, equals).strip());
            boolean secret = known.stream().anyMatch(s -> s.secret() && s.matches(path));
            if (secret) {
                problems.error("--set", "option.secret", String.join(".", path));
            } else {
                found.add(new RawSetting(path, assignment.substring(equals + 1), "--set"));
            }
        }
        return found;
    }
}
