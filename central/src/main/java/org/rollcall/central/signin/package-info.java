/**
 * Finding out who somebody is: by the directory, the XMPP server or a trusted proxy; how often one may try; and who has
 * signed in.
 */
package org.rollcall.central.signin;
