package org.rollcall.cli.ask;

import java.time.Duration;
import java.util.Map;

/**
 * What is asked, of each machine the same.
 *
 * @param order whether it changes the machine: then it goes as an IQ set
 * @param timeout for each part of the answer
 */
public record Question(String command, Map<String, String> arguments, boolean order, Duration timeout) {}
