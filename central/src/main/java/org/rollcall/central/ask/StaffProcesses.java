package org.rollcall.central.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.text.Messages;

/**
 * What a colleague runs is not shown to viewers. Who sits where is: it is what the room board is for.
 */
public final class StaffProcesses {
    private static final String PROCESSES = "processes";
    private static final String OWNER = "user";

    private final Supplier<People> people;
    private final BooleanSupplier hidden;

    /**
     * @param people as they are known now
     * @param hidden whether to hide them; asked anew at each answer
     */
    public StaffProcesses(Supplier<People> people, BooleanSupplier hidden) {
        this.people = people;
        this.hidden = hidden;
    }

    /** The table without what this role is not shown; how many rows that were is said in its note. */
    Table shown(String command, Table table, Role role, Locale locale) {
        if (!command.equals(PROCESSES) || role.covers(Role.OPERATOR) || !hidden.getAsBoolean()) {
            return table;
        }
        int owner = -1;
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(OWNER)) {
                owner = i;
            }
        }
        if (owner < 0) {
            return table;
        }
        List<List<Object>> shown = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            if (!isStaff(row.get(owner))) {
                shown.add(row);
            }
        }
        int left = table.rows().size() - shown.size();
        if (left == 0) {
            return table;
        }
        String note = Messages.beside(StaffProcesses.class, locale).text("note.staff", left);
        return new Table(table.columns(), shown, table.note() == null ? note : table.note() + "\n" + note);
    }

    /** @param account {@code DOMAIN\login} or a login */
    private boolean isStaff(Object account) {
        if (!(account instanceof String name)) {
            return false;
        }
        return people.get()
                .find(name.substring(name.lastIndexOf('\\') + 1))
                .filter(Person::staff)
                .isPresent();
    }
}
