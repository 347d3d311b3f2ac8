package org.rollcall.central.web.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.central.park.Place;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.central.web.json.Json;
import org.rollcall.central.web.json.MachineJson;

/** Each machine as JSON, written once for everybody until it changes. Thread-safe. */
public final class RenderedMachines {
    private final Machines machines;
    private final People people;
    private final Map<BareJid, Rendered> rendered = new ConcurrentHashMap<>();

    private record Rendered(long revision, Place place, boolean hardwareChanged, String json) {
        boolean shows(MachineNow machine, boolean changed) {
            return revision == machine.revision() && place.equals(machine.place()) && hardwareChanged == changed;
        }
    }

    public RenderedMachines(Machines machines, People people) {
        this.machines = machines;
        this.people = people;
    }

    public String json(MachineNow machine) {
        boolean changed = hardwareChanged(machine);
        Rendered known = rendered.get(machine.jid());
        if (known != null && known.shows(machine, changed)) {
            return known.json();
        }
        String json = Json.write(value(machine));
        rendered.put(machine.jid(), new Rendered(machine.revision(), machine.place(), changed, json));
        return json;
    }

    public MachineJson value(MachineNow machine) {
        return MachineJson.of(machine, lastUserName(machine.lastUser()), hardwareChanged(machine));
    }

    void forget(BareJid machine) {
        rendered.remove(machine);
    }

    /** The names of people may be others now. */
    void forgetAll() {
        rendered.clear();
    }

    private boolean hardwareChanged(MachineNow machine) {
        return machines.find(machine.jid()).map(KnownMachine::otherHardware).isPresent();
    }

    private String lastUserName(String login) {
        return login == null ? null : people.find(login).map(Person::fullName).orElse(null);
    }
}
