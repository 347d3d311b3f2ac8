/** The live feed: what changes on the board goes to each open page, as much of it as that person may see. */
package org.rollcall.central.web.live;
