package org.rollcall.loopback;

import org.rollcall.loopback.xml.Element;

/** A question that the server itself answers. */
interface IqService {

    boolean serves(Element payload);

    /** @return what the result carries, or null for an empty result */
    Element answer(Client from, Element iq, Element payload) throws StanzaError;
}
