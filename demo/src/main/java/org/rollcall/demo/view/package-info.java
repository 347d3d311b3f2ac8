/** What the central JID hears, shown in the terminal as it comes. */
package org.rollcall.demo.view;
