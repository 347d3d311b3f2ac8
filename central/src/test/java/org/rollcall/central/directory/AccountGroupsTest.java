package org.rollcall.central.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

class AccountGroupsTest {
    private final Map<String, Set<String>> directory =
            Map.of("anne", Set.of("teachers"), "o'brien", Set.of("staff"), "a201b7", Set.of("teachers"));
    private final AccountGroups groups = new AccountGroups(
            "IUT.rdz",
            account -> account.getLocalpart().toString().equals("a201b7"),
            login -> directory.getOrDefault(login, Set.of()));

    @Test
    void anAccountOfTheDomainHasTheGroupsOfTheLoginOfItsName() {
        assertEquals(Set.of("teachers"), of("anne@iut.rdz"));
        assertEquals(Set.of("staff"), of("o\\27brien@iut.rdz"));
        assertEquals(Set.of(), of("nobody@iut.rdz"));
    }

    @Test
    void accountsOfOtherDomainsHaveNone() {
        assertEquals(Set.of(), of("anne@elsewhere.org"));
        assertEquals(Set.of(), of("anne@pc.iut.rdz"));
    }

    @Test
    void aMachineHasNoneWhateverItsName() {
        assertEquals(Set.of(), of("a201b7@iut.rdz"));
    }

    @Test
    void aNameIsTakenAsAWhole() {
        assertEquals(Set.of(), of("anne\\40elsewhere@iut.rdz"));
        assertEquals(Set.of(), of("iut\\5canne@iut.rdz"));
    }

    private Set<String> of(String account) {
        return groups.apply(JidCreate.entityBareFromOrThrowUnchecked(account));
    }
}
