package org.rollcall.tests.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.rollcall.tests.central.day.RandomDay;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.XmppServer;

/** The whole of {@code tests/bench}; see docs/benchmarks.md. */
public final class Bench {
    private static final int PARK = 350;
    private static final int LARGE_PARK = 3000;
    private static final int DAY_PARK = 40;
    private static final int DAY_ROOMS = 4;
    private static final List<String> NEED_A_SERVER = List.of("agent", "frontends", "park");

    private Bench() {}

    /**
     * @param arguments any of {@code readings}, {@code store}, {@code agent}, {@code frontends}, {@code park},
     *     {@code faults}, {@code windows}, {@code central}; none: all of these; and {@code day}
     */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = arguments.length > 0
                ? Arrays.asList(arguments)
                : List.of("readings", "store", "agent", "frontends", "park", "faults", "windows", "central");
        Report report = new Report(System.out);
        if (wanted.contains("readings")) {
            Readings.measure(report);
            Readings.measureUnderWine(report);
        }
        if (wanted.contains("store")) {
            new StoreBench(report).measure();
        }
        List<ServerKind> kinds = new ArrayList<>(Arrays.asList(ServerKind.values()));
        for (ServerKind kind : kinds) {
            if (wanted.contains("faults")) {
                new LinkFaults(kind, report).measure();
            }
            if (wanted.contains("day")) {
                long begin = System.nanoTime();
                RandomDay.on(kind, DAY_PARK, DAY_ROOMS);
                String taken = Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s";
                report.add(
                        "a random day of " + DAY_PARK + " machines: board and history true",
                        kind.toString(),
                        taken,
                        "");
            }
            if (Collections.disjoint(wanted, NEED_A_SERVER)) {
                continue;
            }
            try (XmppServer server = kind.start()) {
                server.createAccount(XmppServer.CENTRAL, "pw");
                try (BenchCentral central = new BenchCentral(server)) {
                    onServer(wanted, report, server, central);
                }
            }
        }
        if (wanted.contains("windows")) {
            new WindowsBench(report).measure();
        }
        if (wanted.contains("central")) {
            new CentralBench(report, PARK).measure();
            new CentralBench(report, LARGE_PARK).measure();
        }
        report.print();
        System.exit(0);
    }

    private static void onServer(List<String> wanted, Report report, XmppServer server, BenchCentral central)
            throws Exception {
        Path java = Path.of(System.getProperty("java.home"));
        if (wanted.contains("agent") && server.kind() == ServerKind.PROSODY) {
            OneAgent one = new OneAgent(server, central, report);
            one.measure(java, System.getProperty("java.specification.version"));
            String newer = System.getProperty("bench.newer-java");
            if (newer != null && !newer.isEmpty()) {
                one.measure(Path.of(newer), "25");
            }
        }
        if (wanted.contains("frontends")) {
            new ManyAgents(server, central, report, java, 1, "a200b").measureFrontEnds();
        }
        if (wanted.contains("park")) {
            new ManyAgents(server, central, report, java, PARK, "a300b").measurePark();
        }
    }
}
