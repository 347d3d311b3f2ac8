/** Commands as XEP-0050 ad-hoc commands with XEP-0004 forms and tables, so that any XMPP client is a console. */
package org.rollcall.xmpp.frontend.adhoc;
