/** Settings in the Windows registry: what the values mean, whatever system the program runs on. */
package org.rollcall.agent.settings.windows;
