package org.rollcall.central.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.rollcall.central.board.Board;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.OutageLog;
import org.rollcall.central.directory.AccountGroups;
import org.rollcall.central.directory.Directory;
import org.rollcall.central.directory.DirectoryPeople;
import org.rollcall.central.directory.Everybody;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.park.Reloader;
import org.rollcall.central.privacy.DailyPurge;
import org.rollcall.central.privacy.Keep;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.Surroundings;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.central.trouble.Troubles;

/** What stands whether there is a link or not: rooms and people, the store, the board. */
final class Ground implements AutoCloseable {
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Null without a directory. */
    private final Directory directory;

    private final DirectoryPeople directoryPeople;
    private final Reloader park;
    private final Stores stores;
    private final Board board;
    private final DailyPurge purge;
    private final Function<EntityBareJid, Set<String>> groups;

    /** @throws org.rollcall.central.store.StoreException with one clear sentence */
    Ground(CentralSettings settings, Clock clock) {
        CentralSettings.ParkSettings files = settings.park();
        directory = settings.directory() == null ? null : new Directory(settings.directory());
        directoryPeople = new DirectoryPeople(
                () -> directory == null ? Everybody.nobody() : directory.everybody(groupsToAsk(settings)),
                directory == null ? A_DAY : settings.directory().refreshEvery(),
                clock);
        park = new Reloader(files.rule(), files.roomsFile(), files.peopleFile(), directoryPeople, clock);
        // The store asks the board for clocks, and the board reads machines from the store.
        AtomicReference<Board> later = new AtomicReference<>();
        CentralSettings.Store store = settings.store();
        stores = Stores.open(
                new StoreSettings(store.url(), store.user(), store.password()),
                new Surroundings(
                        account -> park.park().placeOf(account).room(),
                        login -> park.people().find(login),
                        machine -> clockOff(later.get(), machine)),
                clock);
        groups = groupsToAsk(settings).isEmpty()
                ? AccountGroups.NONE
                : new AccountGroups(settings.xmpp().domain(), stores.machines()::isKnown, directoryPeople::groups);
        NamedMachines named = new NamedMachines(park::park, stores.machines(), files.domain());
        named.approve();
        board = new Board(park::park, park::people, stores.machines(), clock);
        later.set(board);
        board.listen(new OutageLog(board));
        park.listen(() -> {
            named.approve();
            board.reload();
        });
        purge = new DailyPurge(
                stores.purge(),
                () -> new Keep(settings.history().keep(), settings.history().keepAudit()),
                clock);
    }

    void start() {
        if (directory != null) {
            directoryPeople.start();
        }
        park.start();
        purge.start();
    }

    /** Null without one. */
    Directory directory() {
        return directory;
    }

    /** Of an XMPP account; from memory. */
    Function<EntityBareJid, Set<String>> groups() {
        return groups;
    }

    Reloader park() {
        return park;
    }

    Troubles troubles(Supplier<Optional<Office.Failure>> accounts) {
        return new Troubles(park::mistaken, directoryPeople::trouble, accounts);
    }

    Stores stores() {
        return stores;
    }

    Board board() {
        return board;
    }

    @Override
    public void close() {
        purge.close();
        park.close();
        directoryPeople.close();
        stores.close();
    }

    /** Those that a role is given to, where XMPP accounts count as the directory's. */
    private static Set<String> groupsToAsk(CentralSettings settings) {
        boolean count = settings.directory() != null && settings.directory().xmppAccounts();
        return count ? settings.grants().groups() : Set.of();
    }

    private static Duration clockOff(Board board, BareJid machine) {
        return Optional.ofNullable(board)
                .flatMap(known -> known.machine(machine))
                .map(MachineNow::clockOff)
                .orElse(Duration.ZERO);
    }
}
