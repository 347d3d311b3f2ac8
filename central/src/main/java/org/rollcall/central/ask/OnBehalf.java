package org.rollcall.central.ask;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.jxmpp.util.XmppStringUtils;
import org.rollcall.central.access.Who;
import org.rollcall.xmpp.asking.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names the person to the machine, whose own audit then has both central and him. */
public final class OnBehalf {
    private static final Logger LOG = LoggerFactory.getLogger(OnBehalf.class);

    private final String domain;

    public OnBehalf(String domain) {
        this.domain = domain;
    }

    Question question(MachineAsker.Question asked) {
        return new Question(
                asked.command(), asked.arguments(), asked.order(), asked.timeout(), asked.locale(), jid(asked.who()));
    }

    /** A login of the directory becomes one at our domain; null when no JID can be made of it. */
    public BareJid jid(Who who) {
        String id = who.id();
        try {
            return JidCreate.bareFrom(id.indexOf('@') >= 0 ? id : XmppStringUtils.escapeLocalpart(id) + "@" + domain);
        } catch (XmppStringprepException e) {
            LOG.warn("Machines are not told who asks: {} makes no JID ({})", id, e.getMessage());
            return null;
        }
    }
}
