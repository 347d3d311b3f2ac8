package org.rollcall.xmpp.stanza;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The {@code <enrol/>} of an IQ {@code set} from the enrolment account: a PC asks central for an account of its own. Sent
 * to central's full JID alone, under TLS.
 *
 * @param name the computer's name as the system writes it
 * @param uuid SMBIOS system UUID; null when there is none that tells machines apart
 * @param serial SMBIOS system serial number; null likewise
 * @param macs of the physical network interfaces, at most {@value #MOST_MACS}
 * @param version the agent's
 * @param password what the account is to have: {@value #SHORTEST_PASSWORD} to {@value #LONGEST_PASSWORD} letters, digits,
 *     {@code -} and {@code _}, made up by the agent. Never in a log, nor in {@link #toString}
 */
public record Enrol(String name, String uuid, String serial, SortedSet<String> macs, String version, String password) {
    public static final String ELEMENT = "enrol";
    public static final int SHORTEST_PASSWORD = 24;
    public static final int LONGEST_PASSWORD = 128;

    private static final int MOST_MACS = 32;
    private static final int LONGEST_NAME = 255;
    private static final String MAC = "mac";
    private static final String PASSWORD = "password";

    public Enrol {
        macs = new TreeSet<>(macs);
    }

    public XmlNode toXml() {
        XmlNode node = XmlNode.rollcall(ELEMENT)
                .with("name", name)
                .with("uuid", uuid)
                .with("serial", serial)
                .with("version", version);
        macs.stream().limit(MOST_MACS).forEach(mac -> node.child(MAC).text(mac));
        node.child(PASSWORD).text(password);
        return node;
    }

    public static Enrol from(XmlNode node) throws MalformedException {
        Attributes attributes = Elements.expect(node, ELEMENT);
        String name = attributes.required("name");
        if (name.length() > LONGEST_NAME) {
            throw attributes.wrong("name", "is longer than " + LONGEST_NAME + " characters");
        }
        return new Enrol(
                name,
                attributes.optional("uuid"),
                attributes.optional("serial"),
                macs(node),
                attributes.optional("version"),
                password(node));
    }

    private static SortedSet<String> macs(XmlNode node) throws MalformedException {
        List<XmlNode> children = node.children(MAC);
        if (children.size() > MOST_MACS) {
            throw new MalformedException("<enrol> holds " + children.size() + " MAC addresses, not 0 to " + MOST_MACS);
        }
        List<String> macs = new ArrayList<>();
        for (XmlNode child : children) {
            String mac = child.text().strip().toLowerCase(Locale.ROOT);
            if (!mac.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
                throw new MalformedException("<enrol>: a MAC address is not one such as 00:1a:2b:3c:4d:5e");
            }
            macs.add(mac);
        }
        return new TreeSet<>(macs);
    }

    private static String password(XmlNode node) throws MalformedException {
        List<XmlNode> children = node.children(PASSWORD);
        String password = children.size() == 1 ? children.get(0).text() : "";
        if (!isPassword(password)) {
            throw new MalformedException("<enrol>: one password of " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD
                    + " letters, digits, - and _ is wanted");
        }
        return password;
    }

    /** Whether it is one that an agent makes up. */
    static boolean isPassword(String text) {
        return text.matches("[A-Za-z0-9_-]{" + SHORTEST_PASSWORD + "," + LONGEST_PASSWORD + "}");
    }

    @Override
    public String toString() {
        return "Enrol[name=" + name + ", uuid=" + uuid + ", serial=" + serial + ", macs=" + macs + ", version="
                + version + "]";
    }
}
