package org.rollcall.central.access;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Roles;

/**
 * The roles of those who ask central by XMPP: the greatest that a person has anywhere, so that a command is there at
 * all; each command then looks at the rooms. Nobody asks central on another's behalf.
 */
public final class GrantedRoles implements Roles {
    private final Supplier<Grants> grants;
    private final Function<EntityBareJid, Who> people;

    /** @param people who owns an account, its groups among it; answers at once */
    public GrantedRoles(Supplier<Grants> grants, Function<EntityBareJid, Who> people) {
        this.grants = grants;
        this.people = people;
    }

    @Override
    public Optional<Role> roleOf(Jid from) {
        return who(from).flatMap(who -> grants.get().anywhere(who));
    }

    /** Empty for the server itself, and for whatever is no account. */
    public Optional<Who> who(Jid from) {
        EntityBareJid account = from == null ? null : from.asEntityBareJidIfPossible();
        return account == null ? Optional.empty() : Optional.of(people.apply(account));
    }

    @Override
    public boolean isCentral(Jid from) {
        return false;
    }
}
