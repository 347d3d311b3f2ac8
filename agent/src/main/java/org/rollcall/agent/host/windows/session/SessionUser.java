package org.rollcall.agent.host.windows.session;

import org.rollcall.agent.host.Session;

/**
 * What is known of a session's user beside what WTS says.
 *
 * @param sid null when unknown
 * @param fullName null when unknown so far
 * @param kind a disconnected session keeps the one it had: Windows no longer tells
 */
record SessionUser(String sid, String fullName, Session.Kind kind) {}
