/** What is wrong with central's own surroundings, for administrators. */
package org.rollcall.central.trouble;
