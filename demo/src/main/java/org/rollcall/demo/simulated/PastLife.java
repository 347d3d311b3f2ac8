package org.rollcall.demo.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.demo.simulated.Timetable.Lesson;
import org.rollcall.xmpp.stanza.Events;

/** The days before: who sat where in which lesson, as the machines would have told of it. With one seed the same ones. */
public final class PastLife {
    /** Nobody, half a class, a class that fits, and one that is too large: from lesson to lesson, by chance. */
    private static final double[] CLASSES = {0, 0.5, 0.9, 1.0, 1.0, 1.2};

    private static final int LATE_AT_MOST_SECONDS = 720;
    private static final int EARLY_AT_MOST_SECONDS = 480;

    private final List<Seat> seats;
    private final ZoneId zone;
    private final long seed;
    private final Map<String, List<Person>> groups = new LinkedHashMap<>();

    public PastLife(List<Seat> seats, long seed, ZoneId zone) {
        this.seats = List.copyOf(seats);
        this.seed = seed;
        this.zone = zone;
        People.everybody()
                .forEach(person -> groups.computeIfAbsent(person.group(), name -> new ArrayList<>())
                        .add(person));
    }

    /** What is over before those come who are there now. */
    public static Instant until(Instant now) {
        return now.minusSeconds(SimulatedPark.THERE_FOR_SECONDS + 60);
    }

    /** Days on which the building was open, the earliest first; today not among them. */
    public List<LocalDate> days(LocalDate today, int most) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today.minusDays(1); days.size() < most; day = day.minusDays(1)) {
            if (Timetable.isOpen(day)) {
                days.add(0, day);
            }
        }
        return days;
    }

    /**
     * What each machine's journals of a day hold.
     *
     * @param until what ends later has not happened yet; then the machines are still on
     */
    public Map<Seat, List<Events>> day(LocalDate day, Instant until) {
        Random random = new Random(seed * 31 + day.toEpochDay());
        Map<Seat, PastDay> days = new LinkedHashMap<>();
        for (Seat seat : seats) {
            Instant boot = Timetable.boot(seat, day, zone);
            if (boot.isBefore(until)) {
                days.put(seat, new PastDay(seat, day, boot, random.nextLong()));
            }
        }
        Timetable.LESSONS.forEach(lesson -> lesson(day, lesson, until, days, random));
        Map<Seat, List<Events>> told = new LinkedHashMap<>();
        Instant closes = Timetable.closes(day, zone);
        days.forEach((seat, past) -> told.put(seat, past.end(closes.isAfter(until) ? null : closes)));
        return told;
    }

    private void lesson(LocalDate day, Lesson lesson, Instant until, Map<Seat, PastDay> days, Random random) {
        Map<String, List<Person>> classes = new LinkedHashMap<>();
        Map<String, Double> full = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(groups.keySet());
        Collections.shuffle(names, random);
        Instant from = day.atTime(lesson.from()).atZone(zone).toInstant();
        Instant to = day.atTime(lesson.to()).atZone(zone).toInstant();
        days.forEach((seat, past) -> {
            // Two rooms have no class in common: nobody sits at two machines.
            List<Person> people = classes.computeIfAbsent(seat.room(), room -> shuffled(classes.size(), names, random));
            double share =
                    full.computeIfAbsent(seat.room(), room -> lesson.taken() * CLASSES[random.nextInt(CLASSES.length)]);
            Instant logon = from.plusSeconds(random.nextInt(LATE_AT_MOST_SECONDS));
            Instant logoff = to.minusSeconds(random.nextInt(EARLY_AT_MOST_SECONDS));
            if (random.nextDouble() < share && !people.isEmpty() && logoff.isBefore(until)) {
                past.stay(people.remove(people.size() - 1), logon, Duration.between(logon, logoff));
            }
        });
    }

    private List<Person> shuffled(int room, List<String> names, Random random) {
        List<Person> people = new ArrayList<>(room < names.size() ? groups.get(names.get(room)) : List.of());
        Collections.shuffle(people, random);
        return people;
    }
}
