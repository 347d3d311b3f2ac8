package org.rollcall.agent.watch;

import java.time.Instant;
import java.util.Map;

/** Something that happened, before the journal gives it a number. */
record Change(String kind, Instant at, Map<String, String> attributes) {}
