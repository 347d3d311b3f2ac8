package org.rollcall.agent.host.windows.session;

/** Finds out who a session's user is; every method answers null when it does not know, and none waits. */
public interface UserLookup {

    String sid(int session, String user);

    String fullName(int session, String user, String domain);
}
