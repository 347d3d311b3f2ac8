/** Asking machines, one or many, on a person's behalf. */
package org.rollcall.central.ask;
