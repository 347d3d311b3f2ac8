package org.rollcall.central.web;

import java.time.Instant;
import org.rollcall.central.access.Who;

/**
 * Somebody who has signed in.
 *
 * @param token what the cookie holds
 * @param csrf what each order of the page must bring along
 * @param ends when it ends if it is not used; null when it does not
 * @param canSignOut false where a proxy signs in
 */
public record Visitor(String token, String csrf, Who who, Instant ends, boolean canSignOut) {}
