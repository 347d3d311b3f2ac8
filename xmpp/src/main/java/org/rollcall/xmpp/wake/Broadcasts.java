package org.rollcall.xmpp.wake;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** By UDP broadcast: to each network that this computer is on, and to those of the settings, by way of routers. */
public final class Broadcasts implements PacketSender {
    /** The discard port: whatever is on there ignores it. */
    private static final int PORT = 9;

    private final List<String> others;
    private final int port;

    /** @param others directed broadcast addresses such as 10.2.3.255; routers must let them through */
    public Broadcasts(List<String> others) {
        this(others, PORT);
    }

    /** @param port where the packet goes; the card wakes whatever it is */
    public Broadcasts(List<String> others, int port) {
        this.others = List.copyOf(others);
        this.port = port;
    }

    @Override
    public int send(byte[] packet) throws IOException {
        List<String> failures = new ArrayList<>();
        int sent = 0;
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true);
            for (InetAddress address : addresses(failures)) {
                try {
                    socket.send(new DatagramPacket(packet, packet.length, address, port));
                    sent++;
                } catch (IOException e) {
                    failures.add(address.getHostAddress() + ": " + e.getMessage());
                }
            }
        }
        if (sent == 0) {
            throw new IOException(failures.isEmpty() ? "no network" : String.join(", ", failures));
        }
        return sent;
    }

    private Set<InetAddress> addresses(List<String> failures) throws IOException {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && !network.isLoopback()) {
                for (InterfaceAddress address : network.getInterfaceAddresses()) {
                    if (address.getBroadcast() != null) {
                        addresses.add(address.getBroadcast());
                    }
                }
            }
        }
        for (String other : others) {
            try {
                addresses.add(InetAddress.getByName(other));
            } catch (IOException e) {
                failures.add(other + ": " + e.getMessage());
            }
        }
        return addresses;
    }
}
