package org.rollcall.xmpp.stanza;

/**
 * The {@code <new-password/>} of an IQ {@code set} from central, empty, and of the machine's result, with the password
 * that it has made up and keeps beside the old one until it has signed in with it.
 */
public final class NewPassword {
    public static final String ELEMENT = "new-password";

    private NewPassword() {}

    public static XmlNode request() {
        return XmlNode.rollcall(ELEMENT);
    }

    /** @param password as {@link Enrol#password} */
    public static XmlNode answer(String password) {
        return request().text(password);
    }

    public static String from(XmlNode node) throws MalformedException {
        Elements.expect(node, ELEMENT);
        if (!Enrol.isPassword(node.text())) {
            throw new MalformedException("<new-password> holds no password as agents make them up");
        }
        return node.text();
    }
}
