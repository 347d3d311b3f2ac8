package org.rollcall.xmpp.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jxmpp.util.XmppStringUtils;

/** From a computer's name to the localpart of its JID, the same for the agent and for those who ask it. */
public final class MachineName {
    private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private MachineName() {}

    /**
     * The localpart of a machine's JID: the name's first label in lower case, whatever the language, with what a
     * localpart refuses escaped.
     *
     * @see <a href="https://xmpp.org/extensions/xep-0106.html">XEP-0106: JID Escaping</a>
     */
    public static String localpart(String computerName) {
        int dot = computerName.indexOf('.');
        String label = dot > 0 ? computerName.substring(0, dot) : computerName;
        return XmppStringUtils.escapeLocalpart(label.trim().toLowerCase(Locale.ROOT));
    }

    /** The name, in lower case, of the machine whose localpart this is. */
    public static String fromLocalpart(String localpart) {
        return XmppStringUtils.unescapeLocalpart(localpart);
    }

    /** This computer's DNS host name, else its NetBIOS name, as the system writes it, without asking the network. */
    public static String ofThisComputer() {
        if (Files.isReadable(LINUX_HOST_NAME)) {
            try {
                return Files.readString(LINUX_HOST_NAME).trim();
            } catch (IOException e) {
                // The JDK knows a way too.
            }
        }
        try {
            // On Windows and macOS the name is the system's own; only its address is looked up.
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException noAddress) {
            String netbios = System.getenv("COMPUTERNAME");
            return netbios != null ? netbios : "localhost";
        }
    }
}
