package org.rollcall.cli.provision;

import java.util.List;
import org.rollcall.central.park.Room;

/**
 * What a site wants.
 *
 * @param central the localpart of the central JID
 * @param admin the localpart of the person who may do everything
 * @param rooms none: machines and central put each other into their rosters
 * @param machineAccounts whether each machine's account is made beforehand, rather than by enrolment
 */
public record Plan(String domain, String central, String admin, List<Room> rooms, boolean machineAccounts) {
    /** What new PCs sign in as, to ask for an account. */
    static final String ENROL = "enrol";
    /** What may add accounts. */
    static final String ENROLLER = "enroller";

    public Plan {
        rooms = List.copyOf(rooms);
    }

    /** Accounts that are no machine's. */
    List<String> services() {
        return List.of(central, ENROL, ENROLLER, admin);
    }
}
