package org.rollcall.central.trouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.central.directory.DirectoryPeople;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.park.Mistake;
import org.rollcall.central.park.Reloader;
import org.rollcall.xmpp.settings.Problem;

/**
 * What is wrong now with the park's files, the directory, and the link that manages accounts; nothing while all is well.
 * Answers from memory.
 */
public final class Troubles {
    private final Supplier<Reloader.Mistaken> files;
    private final Supplier<Optional<DirectoryPeople.Trouble>> directory;
    private final Supplier<Optional<Office.Failure>> accounts;

    public Troubles(
            Supplier<Reloader.Mistaken> files,
            Supplier<Optional<DirectoryPeople.Trouble>> directory,
            Supplier<Optional<Office.Failure>> accounts) {
        this.files = files;
        this.directory = directory;
        this.accounts = accounts;
    }

    public List<Trouble> now(Locale locale) {
        List<Trouble> all = new ArrayList<>();
        accounts.get()
                .ifPresent(told -> all.add(
                        new Trouble("accounts", told.since(), told.sentence().in(locale))));
        directory
                .get()
                .ifPresent(told -> all.add(
                        new Trouble("directory", told.since(), told.sentence().in(locale))));
        Reloader.Mistaken mistaken = files.get();
        for (Mistake mistake : mistaken.mistakes()) {
            Problem problem = mistake.in(locale);
            all.add(new Trouble(problem.where(), mistaken.at(), problem.sentence()));
        }
        return all;
    }
}
