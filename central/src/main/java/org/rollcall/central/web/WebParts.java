package org.rollcall.central.web;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.rollcall.central.access.Grants;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.park.Park;
import org.rollcall.central.park.People;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.central.store.History;
import org.rollcall.central.store.Machines;
import org.rollcall.central.trouble.Troubles;

/**
 * What the web server shows and asks.
 *
 * @param park as it stands now
 * @param grants as they stand now
 * @param office null where central manages no accounts
 */
public record WebParts(
        BoardView board,
        Supplier<Park> park,
        People people,
        Supplier<Grants> grants,
        History history,
        AuditTrail audit,
        Machines machines,
        MachineAsker asker,
        Waker waker,
        Visitors visitors,
        PersonalData personal,
        ServiceFigures figures,
        Troubles troubles,
        Office office,
        InstantSource clock) {}
