/** Who may see and do what, and where. */
package org.rollcall.central.access;
