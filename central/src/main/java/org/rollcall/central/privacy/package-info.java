/** How long personal data is kept, and what one person may ask of it. */
package org.rollcall.central.privacy;
