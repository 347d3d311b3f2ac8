package org.rollcall.central.command;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.rollcall.central.access.GrantedRoles;
import org.rollcall.central.access.Grants;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.ask.Sheets;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.central.store.History;
import org.rollcall.central.store.Machines;
import org.rollcall.central.trouble.Troubles;
import org.rollcall.central.wake.WakeOnLan;

/**
 * What central's commands stand on.
 *
 * @param grants asked anew at each call
 * @param storeWritable whether events can be stored now
 * @param office null where central manages no accounts
 */
public record CommandParts(
        BoardView board,
        History history,
        Machines machines,
        Sheets sheets,
        AuditTrail trail,
        PersonalData personal,
        Supplier<Grants> grants,
        GrantedRoles roles,
        MachineAsker asker,
        WakeOnLan wake,
        Watchers watchers,
        Troubles troubles,
        Office office,
        Rooms rooms,
        BooleanSupplier storeWritable,
        InstantSource clock) {}
