package org.rollcall.agent.check;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.agent.settings.windows.WindowsSources;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.TomlSource;
import org.rollcall.xmpp.table.TextTable;
import org.rollcall.xmpp.text.MachineName;
import org.rollcall.xmpp.text.Messages;

/**
 * {@code rollcall check-config} on a PC that has the agent alone: each value in force with its source, every problem,
 * and whether it works here and now. Exit code 0: all is well; 1: something does not work; 64: the settings are wrong.
 */
public final class CheckConfig {
    private static final int GOOD = 0;
    private static final int DOES_NOT_WORK = 1;
    private static final int BAD_SETTINGS = 64;

    private final Map<String, String> environment;
    private final Locale locale;
    private final PrintStream out;
    private final Messages messages;

    CheckConfig(Map<String, String> environment, Locale locale, PrintStream out) {
        this.environment = environment;
        this.locale = locale;
        this.out = out;
        messages = Messages.beside(CheckConfig.class, locale);
    }

    public static void main(String[] arguments) throws InterruptedException {
        // What the libraries have to say of a connection that fails is said here in a sentence.
        AgentLog.quiet();
        CheckConfig check = new CheckConfig(System.getenv(), Locale.getDefault(Locale.Category.DISPLAY), System.out);
        System.exit(check.run(List.of(arguments)));
    }

    int run(List<String> arguments) throws InterruptedException {
        List<String> left = new ArrayList<>(arguments);
        left.remove("check-config");
        boolean offline = left.remove("--offline");
        boolean installed = left.isEmpty() && Hosts.isWindows();
        if (left.size() > 1 || !installed && left.isEmpty() || left.stream().anyMatch(a -> a.startsWith("-"))) {
            out.println(messages.text("usage"));
            return BAD_SETTINGS;
        }
        Problems problems = new Problems(locale);
        AgentSettings settings =
                new AgentSettingsReader(MachineName.ofThisComputer(), environment).read(sources(left), problems);
        tell(settings.inForce());
        for (Problem problem : problems.all()) {
            out.println(messages.text(problem.fatal() ? "line.error" : "line.warning", problem.toString()));
        }
        if (problems.fatal()) {
            return BAD_SETTINGS;
        }
        return offline ? GOOD : live(settings);
    }

    private int live(AgentSettings settings) throws InterruptedException {
        boolean good = true;
        for (Finding finding : LiveChecks.of(settings, locale)) {
            out.println(messages.text(finding.good() ? "line.good" : "line.error", finding.sentence()));
            good &= finding.good();
        }
        return good ? GOOD : DOES_NOT_WORK;
    }

    private List<Source> sources(List<String> file) {
        return file.isEmpty()
                ? WindowsSources.toLookAt(environment).get()
                : List.of(new TomlSource(Path.of(file.get(0))), new EnvironmentSource(environment));
    }

    private void tell(List<SettingValue> values) {
        TextTable table = new TextTable(
                List.of(messages.text("title.key"), messages.text("title.value"), messages.text("title.source")),
                List.of(false, false, false));
        values.forEach(value -> table.add(List.of(value.key(), value.value(), value.source())));
        table.lines().forEach(out::println);
        out.println();
    }
}
