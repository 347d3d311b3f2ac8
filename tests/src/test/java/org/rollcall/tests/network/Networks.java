package org.rollcall.tests.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.tests.fixture.Tool;

/**
 * Computers behind one router, each a network namespace; this program is the one called central. It must be root of a
 * namespace of its own, as {@code unshare} makes it.
 */
final class Networks {
    static final String CENTRAL = "10.9.0.2";

    private static final Path HERE = Path.of("/");

    private Networks() {}

    /** The router, with central behind one of its cards. */
    static void make() {
        run("mount", "-t", "tmpfs", "tmpfs", "/run");
        ip("link set lo up");
        ip("netns add router");
        ip("link add uplink type veth peer name central netns router");
        ip("address add " + CENTRAL + "/24 dev uplink");
        ip("link set uplink up");
        ip("route add default via 10.9.0.1");
        ip("-n router link set central up");
        ip("-n router address add 10.9.0.1/24 dev central");
        run(on("router", "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"));
    }

    /** A switch at the router. @param address of the router there, with prefix */
    static void room(String name, String address) {
        ip("-n router link add " + name + " type bridge");
        ip("-n router address add " + address + " dev " + name);
        ip("-n router link set " + name + " up");
    }

    /** A PC at the room's switch. @param address with prefix */
    static void pc(String name, String room, String address, String router) {
        ip("netns add " + name);
        ip("-n " + name + " link add eth0 type veth peer name " + name + " netns router");
        ip("-n router link set " + name + " master " + room);
        ip("-n router link set " + name + " up");
        ip("-n " + name + " link set lo up");
        ip("-n " + name + " address add " + address + " broadcast + dev eth0");
        ip("-n " + name + " link set eth0 up");
        ip("-n " + name + " route add default via " + router);
    }

    /** Between the PC and the switch. */
    static void pullCable(String pc) {
        ip("-n router link set " + pc + " down");
    }

    /** A command line that runs on another computer, by its name for host name. */
    static String[] on(String computer, String... command) {
        List<String> line = new ArrayList<>(List.of(
                "nsenter", "--net=/run/netns/" + computer, "unshare", "--uts", "sh", "-c", "hostname $0; exec \"$@\""));
        line.add(computer.toUpperCase());
        line.addAll(Arrays.asList(command));
        return line.toArray(String[]::new);
    }

    private static void ip(String arguments) {
        run(("ip " + arguments).split(" "));
    }

    private static void run(String... command) {
        Tool.run(HERE, command);
    }
}
