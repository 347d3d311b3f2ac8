package org.rollcall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Grants;
import org.rollcall.central.service.CentralService;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.HostAndPort;
import org.rollcall.central.store.StoreException;
import org.rollcall.demo.simulated.ParkFiles;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.link.SmackLink;

/** The demo's central: the real one, on a store of its own, with rooms and people from files as a site would write them. */
final class DemoCentral {
    private static final HostAndPort USUAL = new HostAndPort("127.0.0.1", 8080, true);
    private static final Duration KEEP = Duration.ofDays(180);
    private static final Pattern RULE = Pattern.compile("(?<room>[A-Za-z]\\d{3})(?<seat>.+)");

    private DemoCentral() {}

    /**
     * Not started yet, but with this computer and all seats known, the latter marked as simulated.
     *
     * @param here this computer's account
     * @param webPort 0: 8080, or any free one when another program has that
     */
    static CentralService make(
            DemoAccounts accounts, Path folder, List<Seat> seats, String here, int webPort, Clock clock)
            throws IOException {
        Files.createDirectories(folder);
        Path rooms = Files.writeString(folder.resolve("rooms.csv"), ParkFiles.rooms(seats));
        Path people = Files.writeString(folder.resolve("people.csv"), ParkFiles.people());
        CentralSettings settings = new CentralSettings(
                accounts.xmpp(DemoAccounts.CENTRAL, "central"),
                new CentralSettings.Store("jdbc:sqlite:" + folder.resolve("central.db"), null, null),
                new CentralSettings.Web(
                        webPort == 0 ? USUAL : new HostAndPort("127.0.0.1", webPort),
                        null,
                        null,
                        null,
                        List.of(),
                        Set.of("xmpp"),
                        "X-Remote-User",
                        null,
                        "Rollcall demo",
                        null,
                        null),
                new CentralSettings.ParkSettings(DemoAccounts.DOMAIN, RULE, rooms, people, List.of()),
                null,
                grants(seats.get(0).room()),
                accounts.enrolment(),
                new CentralSettings.History(KEEP, KEEP, KEEP, true),
                List.of());
        try {
            CentralService central = new CentralService(settings, SmackLink::new, clock);
            BareJid own = DemoAccounts.jid(here);
            central.stores().machines().approve(own, here);
            seats.forEach(seat -> central.simulated(DemoAccounts.jid(seat)));
            return central;
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Grants grants(String room) {
        return new Grants(
                Map.of(DemoAccounts.jid(DemoAccounts.ADMIN).toString(), Role.ADMIN),
                Map.of(room, Map.of(DemoAccounts.jid(DemoAccounts.TEACHER).toString(), Role.OPERATOR)));
    }
}
