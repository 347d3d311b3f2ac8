package org.rollcall.central.command;

import java.util.function.Supplier;
import org.rollcall.central.access.GrantedRoles;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.central.board.BoardView;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;

/** Makes an asker's {@link Scope}, as roles and board are now. */
final class Scopes {
    private final BoardView board;
    private final Supplier<Grants> grants;
    private final GrantedRoles roles;

    Scopes(BoardView board, Supplier<Grants> grants, GrantedRoles roles) {
        this.board = board;
        this.grants = grants;
        this.roles = roles;
    }

    Scope of(Request request, Role least) {
        return new Scope(board, grants.get(), who(request), least, request.locale());
    }

    /** @throws Refusal unless the asker has the role in all rooms, and so for what belongs to none */
    void everywhere(Request request, Role least) throws Refusal {
        if (!of(request, least).isEverywhere()) {
            throw Texts.forbidden(request.locale(), "refused.everywhere", least.id());
        }
    }

    Who who(Request request) {
        return roles.who(request.asker().from()).orElseThrow();
    }
}
