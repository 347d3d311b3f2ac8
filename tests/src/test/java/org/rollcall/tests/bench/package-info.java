/** Measures the agent against the design's "Sizes to keep"; run by {@code tests/bench}, not by the tests. */
package org.rollcall.tests.bench;
