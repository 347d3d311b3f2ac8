package org.rollcall.agent.settings.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rollcall.agent.host.windows.registry.LocalMachine;
import org.rollcall.agent.host.windows.registry.PolicySection;
import org.rollcall.agent.host.windows.registry.RegistryTree;
import org.rollcall.agent.host.windows.registry.RegistryValue;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.StateFolder;
import org.rollcall.xmpp.settings.TomlSource;

/**
 * Where the installed agent's settings stand, weakest first: {@code agent.toml} in the data folder, if there is one;
 * what the installer wrote; what it wrote for the system and administrators alone; Group Policy; the environment.
 */
public final class WindowsSources implements Supplier<List<Source>> {
    public static final String INSTALLED = "SOFTWARE\\Rollcall";
    public static final String ENROLMENT = INSTALLED + "\\Enrolment";
    public static final String POLICIES = "SOFTWARE\\Policies\\Rollcall";

    private final RegistryTree tree;
    private final PolicySection section;
    private final LastGood lastGood;
    private final Path dataFolder;
    private final Map<String, String> environment;

    /** @param dataFolder where agent.toml may be @param environment as {@link System#getenv()} */
    public WindowsSources(
            RegistryTree tree,
            PolicySection section,
            LastGood lastGood,
            Path dataFolder,
            Map<String, String> environment) {
        this.tree = tree;
        this.section = section;
        this.lastGood = lastGood;
        this.dataFolder = dataFolder;
        this.environment = environment;
    }

    /** This computer's, for the service. */
    public static WindowsSources ofService(Map<String, String> environment) {
        Path folder = StateFolder.of(environment);
        return new WindowsSources(
                new LocalMachine(), PolicySection.ofWindows(), LastGood.in(folder), folder, environment);
    }

    /** This computer's, for who only looks at them. */
    public static WindowsSources toLookAt(Map<String, String> environment) {
        Path folder = StateFolder.of(environment);
        return new WindowsSources(
                new LocalMachine(), PolicySection.none(), LastGood.lookingAt(folder), folder, environment);
    }

    /** All, as they are now. */
    @Override
    public List<Source> get() {
        List<Source> sources = new ArrayList<>();
        Path file = dataFolder.resolve("agent.toml");
        if (Files.exists(file)) {
            sources.add(new TomlSource(file));
        }
        sources.addAll(registry());
        sources.add(new EnvironmentSource(environment));
        return sources;
    }

    /** Those in the registry, as they are now. */
    public List<Source> registry() {
        Snapshot now = section.inside(() -> Snapshot.of(tree, INSTALLED, ENROLMENT, POLICIES));
        return List.of(
                new RegistrySource(now, INSTALLED, environment, lastGood, false),
                new RegistrySource(now, ENROLMENT, environment, lastGood, true),
                new RegistrySource(now, POLICIES, environment, lastGood, false));
    }

    /** All keys as they were at one moment. */
    private record Snapshot(Map<String, List<RegistryValue>> values, Map<String, IOException> failed)
            implements RegistryTree {
        static Snapshot of(RegistryTree tree, String... keys) {
            Snapshot snapshot = new Snapshot(new LinkedHashMap<>(), new LinkedHashMap<>());
            for (String key : keys) {
                try {
                    snapshot.values.put(key, tree.values(key));
                } catch (IOException e) {
                    snapshot.failed.put(key, e);
                }
            }
            return snapshot;
        }

        @Override
        public List<RegistryValue> values(String key) throws IOException {
            if (failed.containsKey(key)) {
                throw failed.get(key);
            }
            return values.getOrDefault(key, List.of());
        }
    }
}
