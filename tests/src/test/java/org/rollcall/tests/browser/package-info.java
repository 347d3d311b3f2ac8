/** The web board in a real browser: Chromium without a screen, driven by its DevTools protocol. */
package org.rollcall.tests.browser;
