package org.rollcall.agent.announce;

import java.net.InetAddress;
import java.net.InterfaceAddress;
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
        return link.localAddress().map(LinkAddress::of).orElse(AnnouncementMaker.Address.UNKNOWN);
    }

    static AnnouncementMaker.Address of(InetAddress address) {
        Integer prefix = null;
        String mac = null;
        try {
            NetworkInterface card = NetworkInterface.getByInetAddress(address);
            if (card != null) {
                prefix = prefix(card, address);
                mac = mac(card);
            }
        } catch (SocketException e) {
            LOG.debug("The network card of {} cannot be read", address, e);
        }
        return new AnnouncementMaker.Address(AnnouncementMaker.Address.text(address), prefix, mac);
    }

    /** Null for a tunnel or loopback, which have none. */
    private static String mac(NetworkInterface card) throws SocketException {
        byte[] mac = card.getHardwareAddress();
        return mac == null ? null : HexFormat.ofDelimiter(":").formatHex(mac);
    }

    private static Integer prefix(NetworkInterface card, InetAddress address) {
        for (InterfaceAddress own : card.getInterfaceAddresses()) {
            if (own.getAddress().equals(address)) {
                return (int) own.getNetworkPrefixLength();
            }
        }
        return null;
    }
}
