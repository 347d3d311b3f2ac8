package org.rollcall.demo.simulated;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** When the building is open, when lessons are, and how full they are as a rule. */
final class Timetable {
    private static final LocalTime SWITCHED_ON = LocalTime.of(7, 30);
    private static final int SWITCHED_ON_WITHIN_SECONDS = 1500;
    private static final LocalTime SWITCHED_OFF = LocalTime.of(19, 0);

    /** @param taken the share of seats, before chance */
    record Lesson(LocalTime from, LocalTime to, double taken) {}

    static final List<Lesson> LESSONS = List.of(
            new Lesson(LocalTime.of(8, 0), LocalTime.of(9, 50), 0.70),
            new Lesson(LocalTime.of(10, 0), LocalTime.of(11, 50), 0.90),
            new Lesson(LocalTime.of(12, 0), LocalTime.of(13, 20), 0.20),
            new Lesson(LocalTime.of(13, 30), LocalTime.of(15, 20), 0.85),
            new Lesson(LocalTime.of(15, 30), LocalTime.of(17, 20), 0.60),
            new Lesson(LocalTime.of(17, 30), LocalTime.of(18, 45), 0.15));

    private Timetable() {}

    static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** When the PC of this seat comes on, a little different each day. */
    static Instant boot(Seat seat, LocalDate day, ZoneId zone) {
        long seed = seat.machine().hashCode() * 31L + day.toEpochDay();
        return day.atTime(SWITCHED_ON)
                .atZone(zone)
                .toInstant()
                .plusSeconds(new Random(seed).nextInt(SWITCHED_ON_WITHIN_SECONDS));
    }

    static Instant closes(LocalDate day, ZoneId zone) {
        return day.atTime(SWITCHED_OFF).atZone(zone).toInstant();
    }
}
