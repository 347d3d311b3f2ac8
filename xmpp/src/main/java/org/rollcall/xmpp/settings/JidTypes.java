package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Localpart;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.xmpp.command.Role;

/** Types of settings that are XMPP addresses, parts of them, or roles given to them. */
public final class JidTypes {

    /** An XMPP domain: {@code iut.rdz}. */
    public static final ValueType<String> DOMAIN = Types.type("domain", (raw, base) -> {
        String text = Types.text(raw);
        try {
            if (text.indexOf('@') < 0 && text.indexOf('/') < 0 && text.indexOf(' ') < 0 && text.indexOf(':') < 0) {
                return JidCreate.domainBareFrom(text).toString();
            }
        } catch (XmppStringprepException e) {
            throw new BadValueException("bad.domain");
        }
        throw new BadValueException("bad.domain");
    });

    /** The part of an account's JID before the {@code @}. */
    public static final ValueType<String> USER = Types.type("user", (raw, base) -> {
        try {
            return Localpart.from(Types.text(raw)).toString();
        } catch (XmppStringprepException e) {
            throw new BadValueException("bad.user");
        }
    });

    public static final ValueType<String> RESOURCE = Types.type("resource", (raw, base) -> {
        try {
            return Resourcepart.from(Types.text(raw)).toString();
        } catch (XmppStringprepException e) {
            throw new BadValueException("bad.resource");
        }
    });

    /** {@code windows@iut.rdz}. */
    public static final ValueType<BareJid> ACCOUNT = Types.type("account", (raw, base) -> bare(raw, false));

    /** {@code windows@iut.rdz}, or {@code iut.rdz} for everybody there. */
    public static final ValueType<BareJid> ACCOUNT_OR_DOMAIN =
            Types.type("account-or-domain", (raw, base) -> bare(raw, true));

    public static final ValueType<Role> ROLE = new ValueType<>() {
        @Override
        public String id() {
            return "role";
        }

        @Override
        public Role parse(Object raw, Path base) throws BadValueException {
            String text = Types.text(raw);
            for (Role role : Role.values()) {
                if (role.id().equals(text)) {
                    return role;
                }
            }
            throw new BadValueException("bad.role");
        }

        @Override
        public String show(Role role) {
            return role.id();
        }
    };

    private JidTypes() {}

    private static BareJid bare(Object raw, boolean domainToo) throws BadValueException {
        String text = Types.text(raw);
        try {
            if (text.indexOf('/') < 0 && text.indexOf(' ') < 0) {
                BareJid jid = JidCreate.bareFrom(text);
                if (domainToo || jid instanceof EntityBareJid) {
                    return jid;
                }
            }
        } catch (XmppStringprepException e) {
            throw new BadValueException(domainToo ? "bad.account-or-domain" : "bad.account", text);
        }
        throw new BadValueException(domainToo ? "bad.account-or-domain" : "bad.account", text);
    }
}
