/** The service behind the central JID: hears every machine, keeps the history, answers people. */
package org.rollcall.central;
