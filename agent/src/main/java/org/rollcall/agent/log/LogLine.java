package org.rollcall.agent.log;

import java.time.Instant;

/** @param logger the last part of its name */
public record LogLine(Instant at, String level, String logger, String text) {}
