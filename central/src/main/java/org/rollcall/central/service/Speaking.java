package org.rollcall.central.service;

import java.time.Clock;
import java.util.List;
import org.jivesoftware.smack.packet.XmlElement;
import org.rollcall.central.access.GrantedRoles;
import org.rollcall.central.ask.GrantedAsker;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.ask.OnBehalf;
import org.rollcall.central.ask.Sheets;
import org.rollcall.central.ask.StaffProcesses;
import org.rollcall.central.command.CentralAnswering;
import org.rollcall.central.command.CentralCommands;
import org.rollcall.central.command.CommandParts;
import org.rollcall.central.command.TrailAudit;
import org.rollcall.central.command.WatchLine;
import org.rollcall.central.command.Watchers;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.central.wake.Passing;
import org.rollcall.central.wake.WakeOnLan;
import org.rollcall.xmpp.asking.Questioner;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.wake.Broadcasts;

/** What goes over the link but presence and events: people's questions, and those that machines are asked for them. */
final class Speaking implements AutoCloseable {
    private final MachineAsker asker;
    private final WakeOnLan wake;
    private final Watchers watchers;
    private final CentralAnswering answering;

    Speaking(
            CentralSettings settings,
            Ground ground,
            Link link,
            Entity entity,
            GrantedRoles roles,
            Enrolling enrolling,
            Clock clock) {
        Stores stores = ground.stores();
        Sheets sheets = new Sheets(stores.machines());
        Questioner questioner = new Questioner(link.connection());
        asker = new GrantedAsker(
                questioner,
                ground.board(),
                settings::grants,
                new StaffProcesses(
                        ground.park()::people, () -> settings.history().hideStaffProcesses()),
                sheets,
                settings.xmpp().domain(),
                stores.audit(),
                clock);
        wake = new WakeOnLan(
                new Broadcasts(settings.park().wakeBroadcast()),
                new Passing(questioner, ground.board()),
                new OnBehalf(settings.xmpp().domain()),
                ground.board(),
                settings::grants,
                sheets,
                stores.audit(),
                clock);
        watchers = new Watchers(ground.board(), WatchLine.on(link), clock);
        answering = new CentralAnswering(
                entity,
                () -> roles,
                CentralCommands.all(new CommandParts(
                        ground.board(),
                        stores.history(),
                        stores.machines(),
                        sheets,
                        stores.audit(),
                        stores.personalData(),
                        settings::grants,
                        roles,
                        asker,
                        wake,
                        watchers,
                        ground.troubles(enrolling::failing),
                        enrolling.office(),
                        enrolling::room,
                        stores::isHealthy,
                        clock)),
                new TrailAudit(stores.audit(), clock),
                clock);
    }

    void start() {
        watchers.start();
    }

    MachineAsker asker() {
        return asker;
    }

    WakeOnLan wake() {
        return wake;
    }

    List<XmlElement> capabilities() {
        return answering.capabilities();
    }

    @Override
    public void close() {
        watchers.close();
        answering.close();
    }
}
