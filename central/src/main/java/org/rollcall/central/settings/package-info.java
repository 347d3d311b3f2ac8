/** Central's settings, as one typed record. */
package org.rollcall.central.settings;
