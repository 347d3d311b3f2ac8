/** What Windows offers to a service beside its work: its console, its failure actions, its folder, the event log. */
package org.rollcall.agent.host.windows.service;
