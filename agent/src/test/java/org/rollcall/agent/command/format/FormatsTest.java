package org.rollcall.agent.command.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

class FormatsTest {
    private static final Table PROCESSES = Table.of(
            List.of(
                    Column.text("name"),
                    Column.count("pid"),
                    Column.count("session"),
                    Column.bytes("memory"),
                    Column.text("status"),
                    Column.text("user"),
                    Column.duration("cpu")),
            List.of(
                    Arrays.asList(
                            "WINWORD.EXE",
                            444L,
                            0L,
                            48728L * 1024,
                            "running",
                            "IUT\\kevin.marchais",
                            Duration.ofSeconds(4)),
                    Arrays.asList("x", 5L, null, 1024L, null, null, Duration.ofHours(130))));

    private static final Table SESSIONS = Table.of(
            List.of(
                    Column.text("user"),
                    Column.count("session"),
                    Column.text("state"),
                    Column.text("kind"),
                    Column.time("since"),
                    Column.duration("idle")),
            List.of(
                    Arrays.asList(
                            "IUT\\kevin.marchais",
                            1L,
                            "active",
                            "console",
                            Instant.parse("2026-11-22T12:09:56Z"),
                            null),
                    Arrays.asList(
                            "yoann.pertaza",
                            2L,
                            "disconnected",
                            "rdp",
                            Instant.parse("2026-11-20T07:05:00Z"),
                            Duration.ofMinutes(1625))));

    @Test
    void tasklistSpeaksFrench() {
        assertEquals("""
                Nom de l'image  PID  Numéro de session  Utilisation mémoire  État        Nom d'utilisateur   Temps processeur
                WINWORD.EXE     444                  0            48 728 Ko  En service  IUT\\kevin.marchais           0:00:04
                x                 5                N/A                 1 Ko  Inconnu     N/A                        130:00:00""", new TasklistFormat().render(PROCESSES, Locale.FRENCH));
    }

    @Test
    void tasklistSpeaksEnglish() {
        assertEquals("""
                Image Name   PID  Session#  Mem Usage  Status   User Name            CPU Time
                WINWORD.EXE  444         0   48,728 K  Running  IUT\\kevin.marchais    0:00:04
                x              5       N/A        1 K  Unknown  N/A                 130:00:00""", new TasklistFormat().render(PROCESSES, Locale.GERMAN));
    }

    @Test
    void quserSpeaksFrenchAndEnglish() {
        assertEquals("""
                UTILISATEUR     SESSION  ID  ÉTAT   TEMPS INACT  TEMPS SESSION
                kevin.marchais  console   1  Actif        aucun  22/11/2026 12:09
                yoann.pertaza             2  Déco       1+03:05  20/11/2026 07:05""", new QuserFormat(ZoneOffset.UTC).render(SESSIONS, Locale.FRENCH));
        assertEquals("""
                USERNAME        SESSIONNAME  ID  STATE   IDLE TIME  LOGON TIME
                kevin.marchais  console       1  Active       none  11/22/2026 12:09 PM
                yoann.pertaza                 2  Disc      1+03:05  11/20/2026 7:05 AM""", new QuserFormat(ZoneOffset.UTC).render(SESSIONS, Locale.ENGLISH));
    }
}
