package org.rollcall.central.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** One address, or all that share its first bits. */
public record AddressRange(byte[] network, int bits) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** @throws IllegalArgumentException when it is neither an address nor a range */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] network = bytes(address.strip());
        int bits = network == null ? 0 : network.length * 8;
        if (network != null && slash >= 0) {
            try {
                bits = Integer.parseInt(text.substring(slash + 1).strip());
            } catch (NumberFormatException notANumber) {
                network = null;
            }
        }
        if (network == null || bits < 0 || bits > network.length * 8) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no address and no range such as 10.0.0.0/8 or 2001:db8::/32");
        }
        return new AddressRange(network, bits);
    }

    public static boolean isAddress(String text) {
        return bytes(text) != null;
    }

    public boolean contains(String address) {
        byte[] other = bytes(address);
        if (other == null || other.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((network[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Null unless it is an address: a name would be looked up, and a look-up can take long. */
    private static byte[] bytes(String text) {
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        if (!IPV4.matcher(plain).matches() && !IPV6.matcher(plain).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(plain).getAddress();
        } catch (UnknownHostException malformed) {
            return null;
        }
    }
}
