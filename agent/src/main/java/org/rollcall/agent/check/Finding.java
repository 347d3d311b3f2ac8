package org.rollcall.agent.check;

/** @param sentence what was seen, and where it is not good what to do, in the reader's language */
public record Finding(boolean good, String sentence) {}
