package org.rollcall.central.privacy;

import java.time.Duration;

/** How long what is kept. */
public record Keep(Duration history, Duration audit) {}
