package org.rollcall.central.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.command.Role;

class GrantedRolesTest {
    private final Grants grants =
            new Grants(Map.of("group:teachers", Role.VIEWER), Map.of("A201", Map.of("anne@iut.rdz", Role.OPERATOR)));
    private final GrantedRoles roles = new GrantedRoles(
            () -> grants,
            account -> new Who(
                    account.toString(),
                    "",
                    account.getLocalpart().toString().equals("tom") ? Set.of("Teachers") : Set.of()));

    @Test
    void anAccountHasTheGreatestOfItsRolesAnywhere() {
        assertEquals(Optional.of(Role.OPERATOR), roles.roleOf(jid("anne@iut.rdz/phone")));
        assertEquals(Optional.of(Role.VIEWER), roles.roleOf(jid("tom@iut.rdz/pc")));
        assertEquals(Optional.empty(), roles.roleOf(jid("anne@elsewhere.org/phone")));
    }

    @Test
    void serversAndNobodyHaveNone() {
        assertEquals(Optional.empty(), roles.roleOf(null));
        assertEquals(Optional.empty(), roles.roleOf(jid("iut.rdz")));
        assertFalse(roles.isCentral(jid("anne@iut.rdz/phone")));
    }

    private static Jid jid(String text) {
        return JidCreate.fromOrThrowUnchecked(text);
    }
}
