/** Nothing lost, nothing doubled: one agent's events through every accident that we can stage. */
package org.rollcall.tests.durability;
