package org.rollcall.agent.host.windows;

/**
 * An account as Windows names it.
 *
 * @param domain null when there is none
 */
public record Account(String domain, String user) {

    /** {@code DOMAIN\\user}. */
    public String qualified() {
        return domain == null ? user : domain + '\\' + user;
    }
}
