/**
 * What Windows says by itself: session changes to a message-only window, and power to callbacks. All of it is a wake-up
 * only; what is true is always read.
 */
package org.rollcall.agent.host.windows.notify;
