/** What tells one computer from another, whoever tells it. */
package org.rollcall.central.hardware;
