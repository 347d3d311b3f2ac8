/** Puts central together, from settings to link and web page, and takes it down again. */
package org.rollcall.central.service;
