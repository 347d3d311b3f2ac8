/** The web server: who is let in, how bytes are kept safe on the way, and what binds the rest together. */
package org.rollcall.central.web;
