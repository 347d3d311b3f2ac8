/** What arrives on the link: whom to believe, and who is to hear of it. */
package org.rollcall.central.inbox;
