package org.rollcall.agent.announce;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HexFormat;
import org.rollcall.xmpp.link.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which address and which network card this machine is reached by: what carries the link. */
final class LinkAddress {
    private static final Logger LOG = LoggerFactory.getLogger(LinkAddress.class);

    private LinkAddress() {}

    static AnnouncementMaker.Address of(Link link) {
        return link.localAddress()
                .map(address -> new AnnouncementMaker.Address(AnnouncementMaker.Address.text(address), mac(address)))
                .orElse(AnnouncementMaker.Address.UNKNOWN);
    }

    /** Null for a tunnel or loopback, which have none. */
    private static String mac(InetAddress address) {
        try {
            NetworkInterface card = NetworkInterface.getByInetAddress(address);
            byte[] mac = card == null ? null : card.getHardwareAddress();
            return mac == null ? null : HexFormat.ofDelimiter(":").formatHex(mac);
        } catch (SocketException e) {
            LOG.debug("The network card of {} cannot be read", address, e);
            return null;
        }
    }
}
