package org.rollcall.central.directory;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jxmpp.jid.EntityBareJid;

/**
 * The directory's groups of the person whose XMPP account it is, where the settings say that the accounts of one domain
 * are the directory's logins. Accounts of other domains have none: somebody else makes those. Nor have machines.
 */
public final class AccountGroups implements Function<EntityBareJid, Set<String>> {
    public static final Function<EntityBareJid, Set<String>> NONE = account -> Set.of();

    private final String domain;
    private final Predicate<EntityBareJid> machines;
    private final Function<String, Set<String>> groups;

    /** @param groups of a login; from memory */
    public AccountGroups(String domain, Predicate<EntityBareJid> machines, Function<String, Set<String>> groups) {
        this.domain = domain.toLowerCase(Locale.ROOT);
        this.machines = machines;
        this.groups = groups;
    }

    @Override
    public Set<String> apply(EntityBareJid account) {
        boolean ours = account.getDomain().toString().equals(domain);
        // The whole name: what is taken from it (a domain before or behind) would make one person of two accounts.
        return ours && !machines.test(account)
                ? groups.apply(account.getLocalpart().asUnescapedString())
                : Set.of();
    }
}
