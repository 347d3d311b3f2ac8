package org.rollcall.agent.check;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.rollcall.agent.enrol.EnrolmentState;
import org.rollcall.agent.enrol.PasswordStore;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.journal.DataFolder;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.xmpp.text.Messages;

/** Whether settings that are good by themselves work on this computer, now. */
public final class LiveChecks {
    private LiveChecks() {}

    /** One finding for each thing that was looked at; takes as long as the server needs, at most some 40 s. */
    public static List<Finding> of(AgentSettings settings, Locale locale) throws InterruptedException {
        Messages messages = Messages.beside(LiveChecks.class, locale);
        List<Finding> findings = new ArrayList<>();
        findings.add(new DataFolderCheck(folder -> Files.getFileStore(folder).getUsableSpace(), messages)
                .of(settings.dataDir()));
        Supplier<char[]> password = password(settings);
        if (password == null && settings.xmpp().clientCertificate() == null) {
            findings.add(noPassword(settings, messages));
        }
        String enrolment =
                EnrolmentState.read(DataFolder.enrolment(settings.dataDir())).orElse("");
        if (!enrolment.isEmpty()) {
            findings.add(new Finding(false, messages.text("enrolment.state", enrolment)));
        }
        findings.addAll(
                new ServerFindings(Hosts::trustedRoots, Clock.systemUTC(), messages).of(settings.xmpp(), password));
        if (settings.central() == null) {
            findings.add(new Finding(false, messages.text("central.none")));
        }
        return findings;
    }

    /** The settings' own, else what enrolment has brought; null: none that we can read. */
    private static Supplier<char[]> password(AgentSettings settings) {
        if (settings.xmpp().password() != null || settings.xmpp().clientCertificate() != null) {
            return settings.xmpp().password();
        }
        if (!DataFolder.hasPassword(settings.dataDir())) {
            return null;
        }
        PasswordStore store = new PasswordStore(DataFolder.passwordsIn(settings.dataDir()), Hosts.protection());
        String kept = store.current();
        return kept == null ? null : kept::toCharArray;
    }

    private static Finding noPassword(AgentSettings settings, Messages messages) {
        if (DataFolder.hasPassword(settings.dataDir())) {
            return new Finding(false, messages.text("password.unreadable"));
        }
        AgentSettings.Enrol enrol = settings.enrol();
        return new Finding(
                true,
                enrol != null && enrol.byInvitation()
                        ? messages.text("password.none.invited")
                        : messages.text("password.none", enrol == null ? "" : enrol.user()));
    }
}
