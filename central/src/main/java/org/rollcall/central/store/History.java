package org.rollcall.central.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What was, for people: every question is answered from an index, within a second over five years. */
public interface History {

    /** Newest logon first. */
    List<SessionRow> find(HistoryQuery query);

    /** How many there are in all, whatever the query's page. */
    long count(HistoryQuery query);

    /** Each who was there before and matches, with the latest session of each, newest first. */
    List<SessionRow> lastOfEach(String user, Set<String> rooms, int most);

    /**
     * How much machines were used.
     *
     * @param rooms null: all
     * @param zone in which hours and days are counted
     */
    List<Usage> usage(Set<String> rooms, Instant from, Instant to, ZoneId zone, By by);

    enum By {
        ROOM,
        /** Each room by hour of the day, 0 to 23, over all days. */
        HOUR,
        DAY
    }

    /**
     * @param room null when counted over all
     * @param hour 0 to 23; null when not by hour
     * @param day ISO date; null when not by day
     * @param sessions begun then
     * @param inUseSeconds summed over machines
     * @param mostAtOnce machines in use at the same time
     */
    record Usage(String room, Integer hour, String day, long sessions, long inUseSeconds, int mostAtOnce) {}
}
