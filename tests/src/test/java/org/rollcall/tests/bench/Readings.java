package org.rollcall.tests.bench;

import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Hosts;

/** What one look at this machine costs. */
final class Readings {
    private static final int WARM_UP = 200;
    private static final int TIMES = 500;

    private Readings() {}

    static void measure(Report report) throws Exception {
        try (Host host = Hosts.forThisSystem()) {
            Sample sessions = new Sample();
            Sample processes = new Sample();
            int listed = 0;
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                long begin = System.nanoTime();
                host.sessions();
                long between = System.nanoTime();
                listed = host.processes().size();
                long end = System.nanoTime();
                if (i >= WARM_UP) {
                    sessions.add(between - begin);
                    processes.add(end - between);
                }
            }
            String system = System.getProperty("os.name");
            report.add("one reading of the sessions, median", system, sessions.median(), "");
            report.add("one listing of " + listed + " processes, median", system, processes.median(), "");
        }
    }
}
