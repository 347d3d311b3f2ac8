/** How a PC comes by an account of its own: it asks central for one, keeps its password, and lets central renew it. */
package org.rollcall.agent.enrol;
