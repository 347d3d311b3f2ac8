package org.rollcall.central.store.sql;

/** When a session ended, where what the machine says and what central heard differ. */
final class Ends {
    private Ends() {}

    /**
     * Never earlier than central last heard of it: labs restore disks at reboot, and a machine whose data folder went
     * back in time tells of an end that lies before what it had told already. Then the time at which it was seen to go
     * is the best there is.
     *
     * @param unseen the machine worked it out at its next start
     * @param gone when the machine was last seen to go; null when unknown
     * @param nextStart when the agent started again; null when unknown
     */
    static long at(OpenedSession session, long told, boolean unseen, Long gone, Long nextStart) {
        long heard = Math.max(session.logon(), session.heard());
        if (!unseen) {
            return Math.max(told, heard);
        }
        heard = Math.max(heard, session.present());
        return told >= heard ? told : presumed(heard, gone, nextStart);
    }

    /** Of a session that nothing told the end of. */
    static long presumed(long heard, Long gone, Long nextStart) {
        boolean between = gone != null && gone > heard && (nextStart == null || gone <= nextStart);
        return between ? gone : heard;
    }
}
