package org.rollcall.cli.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jivesoftware.smack.SmackException;
import org.rollcall.cli.CliException;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.doctor.Finding.Level;
import org.rollcall.cli.link.SignedIn;
import org.rollcall.xmpp.settings.XmppSettings;

/** Everything that was found about one server: from outside, then as one of its accounts. */
public final class Examination {
    private final List<Finding> findings;
    private final ServerKind server;

    private Examination(List<Finding> findings, ServerKind server) {
        this.findings = findings;
        this.server = server;
    }

    /**
     * Looks at the server; takes some seconds, most where it is slow.
     *
     * @param administrator whether the settings' account is the one that is to add accounts
     * @param known in whose words to advise where the server does not say what it is
     */
    public static Examination of(XmppSettings settings, boolean administrator, ServerKind known, Terminal terminal)
            throws InterruptedException {
        List<Finding> findings =
                new ArrayList<>(new OutsideLook(settings, terminal.clock().instant()).findings());
        ServerKind server = ServerKind.OTHER;
        if (findings.stream().noneMatch(finding -> finding.check().equals("reach"))) {
            // A resource of the server's choice: central or an agent may be signed in under its own.
            try (SignedIn signedIn = SignedIn.as(settings.withResource(null).toLink(-1), terminal)) {
                findings.add(
                        new Finding(Level.OK, "signin.works", signedIn.jid().asBareJid()));
                Account account = new Account(signedIn.connection(), signedIn.jid());
                InsideLook look = new InsideLook(account, administrator, terminal.clock());
                try {
                    findings.addAll(look.findings());
                } catch (SmackException e) {
                    findings.add(new Finding(Level.BAD, "signin.lost", e.getMessage()));
                }
                server = look.server();
            } catch (CliException e) {
                findings.add(new Finding(Level.BAD, "signin.fails", e.getMessage()));
            }
        }
        return new Examination(List.copyOf(findings), server == ServerKind.OTHER ? known : server);
    }

    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.level() == Level.BAD);
    }

    /** For people: a line for each thing seen, under it what to change. */
    public List<String> lines(Terminal terminal) {
        Locale locale = terminal.locale();
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add(terminal.text("doctor." + finding.level().id()) + "  " + finding.seen(locale));
            finding.advice(locale, server).lines().forEach(line -> lines.add("          " + line));
        }
        lines.add(terminal.text("doctor.summary", count(Level.BAD), count(Level.WARNING)));
        return lines;
    }

    /** For scripts. */
    public Map<String, Object> document(Locale locale) {
        List<Object> rows = new ArrayList<>();
        for (Finding finding : findings) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("check", finding.key());
            row.put("level", finding.level().id());
            row.put("seen", finding.seen(locale));
            row.put("do", finding.advice(locale, server));
            rows.add(row);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("server", server.id());
        document.put("good", isGood());
        document.put("findings", rows);
        return document;
    }

    private long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
