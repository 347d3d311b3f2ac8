/**
 * Linux and macOS as a {@link org.rollcall.agent.host.Host}: own readers of /proc and of the login records on Linux,
 * OSHI elsewhere; and the hardware sheet by OSHI, which Windows uses as well.
 */
package org.rollcall.agent.host.portable;
