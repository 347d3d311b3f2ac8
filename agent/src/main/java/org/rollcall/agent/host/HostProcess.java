package org.rollcall.agent.host;

import java.time.Duration;
import java.time.Instant;
import org.rollcall.xmpp.text.XmlText;

/**
 * One running process, as read. Process ids are reused: pid and start time together name one.
 *
 * @param name the image's name, cleaned
 * @param user the owner's login, null when unknown
 * @param domain the owner's domain, null when unknown
 * @param session the session it runs in; null where the system has no such thing
 * @param memory the working set (resident set), in bytes
 * @param started null when unknown
 * @param status what the system says of it ({@code running}, {@code suspended}…), null when it cannot be known
 */
public record HostProcess(
        long pid,
        long parent,
        String name,
        String user,
        String domain,
        Integer session,
        long memory,
        Duration cpu,
        Instant started,
        int threads,
        String status) {

    /** Whatever the host read is made safe to send here, so that no host can forget it. */
    public HostProcess {
        name = XmlText.name(name);
        user = XmlText.name(user);
        domain = XmlText.name(domain);
        status = XmlText.name(status);
    }
}
