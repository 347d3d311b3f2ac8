/**
 * PCs that come by an account of their own: who may, by which windows and whose word; the accounts on the XMPP server
 * (XEP-0133); renewing passwords and taking accounts away.
 */
package org.rollcall.central.enrol;
