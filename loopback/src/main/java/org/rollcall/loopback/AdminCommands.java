package org.rollcall.loopback;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rollcall.loopback.xml.Element;

/** XEP-0133 by XEP-0050: an administrator adds an account or sets its password. Each command is one form. */
final class AdminCommands implements IqService {
    static final String COMMANDS = "http://jabber.org/protocol/commands";
    static final String ADD_USER = "http://jabber.org/protocol/admin#add-user";
    static final String CHANGE_PASSWORD = "http://jabber.org/protocol/admin#change-user-password";
    static final Map<String, String> TITLES = titles();
    private static final String DATA = "jabber:x:data";

    /** What the commands do in the end. */
    interface Accounts {
        /** @return false when there is one of that name */
        boolean add(String user, String password);

        /** @return false when there is none of that name */
        boolean setPassword(String user, String password);
    }

    private final String domain;
    private final Set<String> admins;
    private final Accounts accounts;

    AdminCommands(String domain, Set<String> admins, Accounts accounts) {
        this.domain = domain;
        this.admins = Set.copyOf(admins);
        this.accounts = accounts;
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(ADD_USER, "Add User");
        titles.put(CHANGE_PASSWORD, "Change User Password");
        return titles;
    }

    @Override
    public boolean serves(Element payload) {
        return payload.is("command", COMMANDS);
    }

    @Override
    public Element answer(Client from, Element iq, Element command) throws StanzaError {
        String node = command.get("node");
        if (node == null || !TITLES.containsKey(node)) {
            throw new StanzaError("item-not-found", "no such command");
        }
        if (!admins.contains(from.account().jid().local())) {
            throw new StanzaError("forbidden", "only an administrator of the server may do this");
        }
        if (!"set".equals(iq.get("type"))) {
            throw new StanzaError("bad-request", "a command is executed by an iq of type set");
        }
        String session = command.get("sessionid");
        Element reply = new Element("command", COMMANDS)
                .set("node", node)
                .set("sessionid", session == null ? UUID.randomUUID().toString() : session);
        if ("cancel".equals(command.get("action"))) {
            return reply.set("status", "canceled");
        }
        Element form = command.child("x", DATA);
        if (form == null) {
            return reply.set("status", "executing")
                    .add(new Element("actions", COMMANDS)
                            .set("execute", "complete")
                            .add(new Element("complete", COMMANDS)))
                    .add(form(node));
        }
        carryOut(node, form);
        return reply.set("status", "completed")
                .add(new Element("note", COMMANDS).set("type", "info").text("Done."));
    }

    private void carryOut(String node, Element form) throws StanzaError {
        String password = value(form, "password");
        Jid jid;
        try {
            jid = Jid.parse(value(form, "accountjid"));
        } catch (Jid.Malformed e) {
            throw new StanzaError("jid-malformed", e.getMessage());
        }
        if (jid.local() == null || !jid.domain().equals(domain)) {
            throw new StanzaError("not-acceptable", "accountjid is not an account of " + domain);
        }
        if (node.equals(ADD_USER)) {
            if (!password.equals(value(form, "password-verify"))) {
                throw new StanzaError("not-acceptable", "the two passwords differ");
            }
            if (!accounts.add(jid.local(), password)) {
                throw new StanzaError("conflict", "there is such an account");
            }
        } else if (!accounts.setPassword(jid.local(), password)) {
            throw new StanzaError("item-not-found", "there is no such account");
        }
    }

    private static String value(Element form, String variable) throws StanzaError {
        for (Element field : form.children()) {
            Element value = field.child("value", DATA);
            if (variable.equals(field.get("var"))
                    && value != null
                    && !value.text().isEmpty()) {
                return value.text();
            }
        }
        throw new StanzaError("bad-request", "the field " + variable + " is missing");
    }

    private static Element form(String node) {
        Element form = new Element("x", DATA).set("type", "form").add("title", TITLES.get(node));
        form.add(field("FORM_TYPE", "hidden", null).add("value", "http://jabber.org/protocol/admin"));
        form.add(field("accountjid", "jid-single", "The JID of the account"));
        form.add(field("password", "text-private", "The password"));
        if (node.equals(ADD_USER)) {
            form.add(field("password-verify", "text-private", "The password again"));
        }
        return form;
    }

    private static Element field(String variable, String type, String label) {
        Element field = new Element("field", DATA)
                .set("var", variable)
                .set("type", type)
                .set("label", label);
        return type.equals("hidden") ? field : field.add(new Element("required", DATA));
    }
}
