package org.rollcall.central.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.central.access.Who;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.PasswordCheck;
import org.rollcall.xmpp.settings.XmppSettings;

/**
 * Signs in by the person's own XMPP account: central tries it on its server, as itself does, by SCRAM unless the
 * settings allow PLAIN.
 */
public final class XmppWay implements PasswordWay {
    private static final Duration LIMIT = Duration.ofSeconds(9);
    private static final Duration EACH_STEP = Duration.ofSeconds(4);

    private final XmppSettings settings;
    private final Supplier<People> people;
    private final Function<EntityBareJid, Set<String>> groups;

    /**
     * @param people for the person's full name
     * @param groups of an account, from memory
     */
    public XmppWay(XmppSettings settings, Supplier<People> people, Function<EntityBareJid, Set<String>> groups) {
        this.settings = settings;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public String method() {
        return "xmpp";
    }

    /** {@code anne@iut.rdz}, or {@code anne}; accounts of other domains are on servers that nobody here vouches for. */
    @Override
    public Optional<String> account(String typed) {
        try {
            String name = typed.strip();
            EntityBareJid jid = JidCreate.entityBareFrom(name.indexOf('@') < 0 ? name + "@" + settings.domain() : name);
            boolean ours = jid.getDomain().toString().equals(settings.domain().toLowerCase(Locale.ROOT));
            return ours && name.indexOf('/') < 0 ? Optional.of(jid.toString()) : Optional.empty();
        } catch (XmppStringprepException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Who> check(String account, char[] password) throws UnavailableException, InterruptedException {
        EntityBareJid jid = JidCreate.entityBareFromOrThrowUnchecked(account);
        String user = jid.getLocalpart().toString();
        Optional<LinkFailure> failure = PasswordCheck.failure(link(user, password), LIMIT);
        if (failure.isEmpty()) {
            String name = people.get().find(user).map(Person::fullName).orElse(account);
            return Optional.of(new Who(account, name, groups.apply(jid)));
        }
        return switch (failure.get().kind()) {
            case PASSWORD, ACCOUNT_UNKNOWN -> Optional.empty();
            default -> throw new UnavailableException(failure.get().sentence(), null);
        };
    }

    /** Without a resource of its own, so that no other client of the person is signed out. */
    private LinkSettings link(String user, char[] password) {
        return new LinkSettings(
                settings.domain(),
                settings.host(),
                settings.port(),
                user,
                password::clone,
                null,
                settings.caFile(),
                settings.certificateSha256(),
                null,
                null,
                settings.allowPlain(),
                -1,
                EACH_STEP,
                EACH_STEP,
                LinkSettings.DEFAULT_PING_EVERY,
                LinkSettings.DEFAULT_PING_TIMEOUT);
    }
}
