package org.rollcall.tests.bench;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Hosts;
import org.rollcall.tests.wine.WineBench;

/** What one look at a PC costs: at this one, and at a Windows PC as Wine plays it. */
public final class Readings {
    private static final int WARM_UP = 200;
    private static final int TIMES = 500;

    /** Beside the dozen that Wine runs by itself, so that its list is about as long as this machine's. */
    private static final int PROGRAMS = 60;

    private static final String[] PEOPLE = {
        "session id=1 user=kevin.marchais domain=IUT logon=1790000000 station=Console state=4",
        "session id=2 user=anna.lind domain=IUT logon=1790000100 station=Console"
    };

    /** Goes before the look: Java or Wine may write something else. */
    private static final String MARK = "look ";

    /** Medians in nanoseconds. */
    private record Look(long sessions, int processes, long listing) {}

    private Readings() {}

    /** One line on standard output: {@code look SESSIONS PROCESSES LISTING}, times in nanoseconds. */
    public static void main(String[] arguments) throws Exception {
        Look look = look();
        System.out.println(MARK + look.sessions + " " + look.processes + " " + look.listing);
        // The Windows host's threads are not waited for.
        System.exit(0);
    }

    static void measure(Report report) throws Exception {
        add(report, System.getProperty("os.name"), look());
    }

    /** The genuine Windows runtime and the agent's own calls, but Wine answers them, and for sessions our double. */
    static void measureUnderWine(Report report) throws Exception {
        try (WineBench bench = new WineBench()) {
            bench.scenario().play(PEOPLE);
            for (int i = 0; i < PROGRAMS; i++) {
                bench.start("ping", "-n", "600", "127.0.0.1");
            }
            Process process = bench.java("readings.log", Readings.class.getName());
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                String line = out.lines()
                        .filter(each -> each.startsWith(MARK))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no look, see tests/target/wine/readings.log"));
                String[] words = line.strip().split(" ");
                add(
                        report,
                        "Windows runtime, Wine",
                        new Look(Long.parseLong(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3])));
            }
        }
    }

    private static Look look() throws Exception {
        try (Host host = Hosts.forThisSystem()) {
            Sample sessions = new Sample();
            Sample listings = new Sample();
            int processes = 0;
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                long begin = System.nanoTime();
                host.sessions();
                long between = System.nanoTime();
                processes = host.processes().size();
                long end = System.nanoTime();
                if (i >= WARM_UP) {
                    sessions.add(between - begin);
                    listings.add(end - between);
                }
            }
            return new Look(sessions.nanos(0.5), processes, listings.nanos(0.5));
        }
    }

    private static void add(Report report, String where, Look look) {
        report.add("one reading of the sessions, median", where, Sample.inMillis(look.sessions), "");
        report.add("one listing of " + look.processes + " processes, median", where, Sample.inMillis(look.listing), "");
    }
}
