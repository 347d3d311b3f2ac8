package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LinkFailureTest {
    @Test
    void aFailureIsToldInEnglishAndInFrench() {
        LinkFailure failure = LinkFailure.of(
                LinkFailure.Kind.LOST, "lost-by", LinkFailure.sentence("where.domain", "iut.rdz"), "Broken pipe");
        assertEquals("the connection to the server of iut.rdz is lost: Broken pipe", failure.sentence());
        assertEquals(
                "la connexion avec le serveur de iut.rdz est perdue : Broken pipe", failure.sentence(Locale.FRANCE));
        assertEquals(failure.sentence(), failure.sentence(Locale.GERMAN));
        assertEquals("as it came", new LinkFailure(LinkFailure.Kind.OTHER, "as it came").sentence(Locale.FRENCH));
    }
}
