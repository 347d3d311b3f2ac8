/** Puts the agent together, from settings to link, and takes it down again. */
package org.rollcall.agent.service;
