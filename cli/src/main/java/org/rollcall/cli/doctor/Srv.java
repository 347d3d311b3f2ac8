package org.rollcall.cli.doctor;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;

/**
 * One SRV record of a domain's XMPP clients (RFC 6120 §3.2.1).
 *
 * @param priority the lowest is tried first
 */
record Srv(int priority, String host, int port) implements Comparable<Srv> {
    private static final String LIMIT_MILLIS = "3000";

    /** In the order in which they are tried; empty when there is none or nobody can tell. */
    static List<Srv> of(String domain) {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("com.sun.jndi.dns.timeout.initial", LIMIT_MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            InitialDirContext dns = new InitialDirContext(environment);
            try {
                return records(dns.getAttributes("_xmpp-client._tcp." + domain, new String[] {"SRV"}));
            } finally {
                dns.close();
            }
        } catch (NamingException noneOrUnknown) {
            return List.of();
        }
    }

    private static List<Srv> records(Attributes attributes) throws NamingException {
        Attribute found = attributes.get("SRV");
        List<Srv> records = new ArrayList<>();
        for (int i = 0; found != null && i < found.size(); i++) {
            String[] fields = found.get(i).toString().split(" ");
            records.add(new Srv(
                    Integer.parseInt(fields[0]), fields[3].replaceFirst("\\.$", ""), Integer.parseInt(fields[2])));
        }
        return records.stream().sorted().toList();
    }

    @Override
    public int compareTo(Srv other) {
        return Integer.compare(priority, other.priority);
    }
}
