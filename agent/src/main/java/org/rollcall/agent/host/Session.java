package org.rollcall.agent.host;

import java.time.Instant;
import org.rollcall.xmpp.text.XmlText;

/**
 * One person's session, as read. A session is the same one only if id, logon time and SID are: ids are reused.
 *
 * @param user login name, cleaned; never blank
 * @param domain null when the system has none
 * @param sid the user's SID, or the uid on other systems; null when unknown
 * @param fullName null when it cannot be had without waiting
 * @param logonTime when the user logged on
 * @param locked null when unknown
 * @param idleSince the last input, null when unknown or when input is happening
 * @param clientName the remote client's, null at the console
 * @param clientAddress the remote client's, null at the console or when unknown
 */
public record Session(
        int id,
        String user,
        String domain,
        String sid,
        String fullName,
        State state,
        Kind kind,
        Instant logonTime,
        Boolean locked,
        Instant idleSince,
        String clientName,
        String clientAddress) {

    /** Whatever the host read is made safe to send here, so that no host can forget it. */
    public Session {
        user = XmlText.name(user);
        domain = XmlText.name(domain);
        sid = XmlText.name(sid);
        fullName = XmlText.name(fullName);
        clientName = XmlText.name(clientName);
        clientAddress = XmlText.name(clientAddress);
    }

    public enum State {
        /** Someone sees this session's desktop, locked or not. */
        ACTIVE,
        /** Left behind: fast user switching, or a closed RDP client. */
        DISCONNECTED
    }

    public enum Kind {
        CONSOLE,
        RDP,
        /** A remote shell on systems other than Windows. */
        REMOTE
    }
}
