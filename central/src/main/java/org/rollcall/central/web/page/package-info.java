/** The files of the front end, and the pages that the server writes itself. */
package org.rollcall.central.web.page;
