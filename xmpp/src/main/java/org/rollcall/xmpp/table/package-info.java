/** Tables as people read them: cells in their language and units, columns aligned. */
package org.rollcall.xmpp.table;
