package org.rollcall.central.store.sql;

/**
 * A journal as central knows it.
 *
 * @param high the last event stored, or given up for good
 * @param begun when its {@code start} happened; null when it was not received
 * @param boot the machine's last full boot then; null when unknown
 * @param beforeIt how the sessions that had ended unseen before it began must have ended
 */
record Journal(long id, long machineId, String name, long high, Long begun, Long boot, String beforeIt) {}
