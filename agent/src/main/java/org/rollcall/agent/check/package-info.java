/** Looking at one PC, for who stands before it: what is set, and whether it works here and now. */
package org.rollcall.agent.check;
