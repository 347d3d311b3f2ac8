package org.rollcall.demo.simulated;

import java.util.List;
import java.util.Random;

/** What runs on a classroom's Windows PC, and how large it is, about. */
final class Programs {
    /**
     * One image.
     *
     * @param megabytes its usual working set
     * @param cpu the share of one processor that it uses, in thousandths
     */
    record Program(String name, int megabytes, int cpu, int threads) {}

    /** Session 0, started at boot, owned by the system. */
    static final List<Program> SYSTEM = List.of(
            new Program("System", 1, 3, 180),
            new Program("smss.exe", 1, 0, 2),
            new Program("csrss.exe", 5, 0, 12),
            new Program("wininit.exe", 6, 0, 3),
            new Program("services.exe", 11, 1, 8),
            new Program("lsass.exe", 18, 1, 10),
            new Program("svchost.exe", 32, 1, 18),
            new Program("svchost.exe", 15, 0, 11),
            new Program("svchost.exe", 58, 2, 34),
            new Program("svchost.exe", 9, 0, 6),
            new Program("svchost.exe", 21, 0, 9),
            new Program("spoolsv.exe", 14, 0, 9),
            new Program("MsMpEng.exe", 190, 6, 32),
            new Program("SearchIndexer.exe", 34, 1, 15),
            new Program("rollcall-agent.exe", 62, 0, 17));

    /** With each session, owned by the system. */
    static final List<Program> SESSION_SYSTEM = List.of(
            new Program("csrss.exe", 6, 1, 13),
            new Program("winlogon.exe", 9, 0, 4),
            new Program("dwm.exe", 71, 9, 16));

    /** With each session, owned by who is logged on. */
    static final List<Program> SESSION_USER = List.of(
            new Program("explorer.exe", 124, 4, 62),
            new Program("sihost.exe", 24, 0, 12),
            new Program("ctfmon.exe", 17, 0, 9),
            new Program("RuntimeBroker.exe", 28, 0, 5),
            new Program("SearchApp.exe", 96, 1, 40),
            new Program("taskhostw.exe", 15, 0, 8));

    private static final List<Program> APPLICATIONS = List.of(
            new Program("WINWORD.EXE", 148, 8, 34),
            new Program("EXCEL.EXE", 131, 7, 30),
            new Program("POWERPNT.EXE", 172, 7, 33),
            new Program("firefox.exe", 310, 25, 78),
            new Program("firefox.exe", 96, 4, 26),
            new Program("msedge.exe", 180, 14, 44),
            new Program("msedge.exe", 74, 3, 19),
            new Program("chrome.exe", 220, 18, 36),
            new Program("Code.exe", 265, 12, 31),
            new Program("eclipse.exe", 640, 30, 57),
            new Program("javaw.exe", 410, 60, 41),
            new Program("soffice.bin", 190, 6, 22),
            new Program("matlab.exe", 880, 95, 88),
            new Program("acad.exe", 720, 70, 49),
            new Program("notepad.exe", 14, 0, 4),
            new Program("AcroRd32.exe", 88, 3, 18),
            new Program("vlc.exe", 92, 40, 27),
            new Program("PacketTracer.exe", 240, 22, 25),
            new Program("cmd.exe", 4, 0, 2),
            new Program("powershell.exe", 76, 2, 15));

    private Programs() {}

    static Program application(Random random) {
        return APPLICATIONS.get(random.nextInt(APPLICATIONS.size()));
    }
}
