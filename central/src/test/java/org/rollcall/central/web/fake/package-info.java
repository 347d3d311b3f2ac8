/** A park that exists only in memory, for the web server's tests and for those who write its pages. */
package org.rollcall.central.web.fake;
