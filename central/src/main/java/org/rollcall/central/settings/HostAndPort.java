package org.rollcall.central.settings;

import java.nio.file.Path;
import org.rollcall.xmpp.settings.BadValueException;
import org.rollcall.xmpp.settings.ValueType;

/**
 * Where to listen.
 *
 * @param host a name or an address; IPv6 in brackets where it is written
 * @param port 0 to 65535; 0: any free one
 * @param otherwiseAny any free port when something else has that one: for what is only tried out
 */
public record HostAndPort(String host, int port, boolean otherwiseAny) {
    public static final ValueType<HostAndPort> TYPE = new ValueType<>() {
        @Override
        public String id() {
            return "host-and-port";
        }

        @Override
        public HostAndPort parse(Object raw, Path base) throws BadValueException {
            String text = String.valueOf(raw).strip();
            int colon = text.lastIndexOf(':');
            String host = colon < 0 ? "" : text.substring(0, colon);
            try {
                int port = Integer.parseInt(text.substring(colon + 1));
                boolean bracketed = host.startsWith("[") && host.endsWith("]");
                if (!host.isEmpty() && port >= 0 && port <= 65_535 && (bracketed || host.indexOf(':') < 0)) {
                    return new HostAndPort(bracketed ? host.substring(1, host.length() - 1) : host, port);
                }
            } catch (NumberFormatException e) {
                throw new BadValueException("bad.host-and-port");
            }
            throw new BadValueException("bad.host-and-port");
        }

        @Override
        public String show(HostAndPort value) {
            return (value.host.indexOf(':') < 0 ? value.host : "[" + value.host + "]") + ":" + value.port;
        }
    };

    public HostAndPort(String host, int port) {
        this(host, port, false);
    }
}
