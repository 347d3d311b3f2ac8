package org.rollcall.central.store;

import java.time.Instant;

/**
 * One thing that a person asked or did.
 *
 * @param who a bare JID or a login
 * @param channel {@code web}, {@code chat}, {@code ad-hoc}, {@code ask}
 * @param action a command, or a word such as {@code sign-in}
 * @param target machines, rooms or people that it was about; null for none
 * @param details arguments, secrets masked; null for none
 * @param outcome {@code done} or the refusal's condition
 */
public record AuditLine(
        long id,
        Instant at,
        String who,
        String role,
        String channel,
        String action,
        String target,
        String details,
        String outcome) {}
