package org.rollcall.central.enrol;

import java.util.Optional;
import java.util.function.Function;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.RollcallProviders;
import org.rollcall.xmpp.text.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second link, as the administrator's account, with a life of its own: board and history do not hang on it. It is
 * never available (RFC 6121 section 4.2), so that nobody meets it.
 */
public final class AdminLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminLink.class);
    private static final String RESOURCE = "rollcall-accounts";

    private final Link link;
    private final AdminCommands accounts;
    private volatile LinkFailure failure;

    /** @param xmpp how the server is reached */
    public AdminLink(XmppSettings xmpp, CentralSettings.Enrolment settings, Function<LinkSettings, Link> links) {
        RollcallProviders.register();
        XmppSettings own = new XmppSettings(
                settings.admin().getDomain().toString(),
                xmpp.host(),
                xmpp.port(),
                settings.admin().getLocalpart().toString(),
                settings.adminPassword(),
                RESOURCE,
                xmpp.caFile(),
                xmpp.certificateSha256(),
                null,
                null,
                xmpp.allowPlain());
        link = links.apply(own.toLink(-1));
        accounts = new AdminCommands(Requests.on(link.connection()), this::down);
        link.addListener(new LinkListener() {
            @Override
            public void down(LinkFailure why) {
                failure = why;
                LOG.debug("No link as {}: {}", settings.admin(), why.sentence());
            }
        });
    }

    public void start() {
        link.start();
    }

    public Accounts accounts() {
        return accounts;
    }

    private Optional<Sentence> down() {
        if (link.isUp()) {
            return Optional.empty();
        }
        LinkFailure why = failure;
        return Optional.of(why == null ? Sentence.of(AdminLink.class, "not-yet") : why.told());
    }

    @Override
    public void close() {
        link.close();
    }
}
