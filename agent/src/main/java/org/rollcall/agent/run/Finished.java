package org.rollcall.agent.run;

import java.time.Duration;

/**
 * How a program ended.
 *
 * @param exitCode null when it was ended at its time limit
 * @param output standard output and error as they came, cut at the limit
 * @param cut whether there was more output
 */
public record Finished(Integer exitCode, String output, boolean cut, Duration took) {}
