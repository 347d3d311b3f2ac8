package org.rollcall.central.signin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jxmpp.jid.EntityBareJid;
import org.rollcall.central.directory.Directory;
import org.rollcall.central.park.People;
import org.rollcall.central.settings.CentralSettings;

/** Makes of the settings who may come in how. */
public final class SignIns {
    private SignIns() {}

    /**
     * @param directory null: none
     * @param people for full names
     * @param groups of an XMPP account
     */
    public static SignInDesk desk(
            CentralSettings settings,
            Directory directory,
            Supplier<People> people,
            Function<EntityBareJid, Set<String>> groups,
            InstantSource clock) {
        CentralSettings.Web web = settings.web();
        Set<String> chosen = web.signIn();
        List<PasswordWay> ways = new ArrayList<>();
        // The directory first: it takes what has no @ (and what its principals are), the XMPP server the rest; alone it
        // takes both.
        if (chosen.contains("directory") && directory != null) {
            ways.add(new DirectoryWay(directory, principals(settings)));
        }
        if (chosen.contains("xmpp")) {
            ways.add(new XmppWay(settings.xmpp(), people, groups));
        }
        TrustedHeaders headers =
                chosen.contains("header") ? new TrustedHeaders(web.userHeader(), web.groupsHeader(), people) : null;
        return new SignInDesk(
                new PasswordDesk(ways, () -> new SignInLimits(SignInLimits.Rules.DEFAULT, clock)),
                headers,
                new Sessions(Sessions.Rules.DEFAULT, clock));
    }

    /** An XMPP account of central's own server is one, where accounts may sign in. */
    private static Predicate<String> principals(CentralSettings settings) {
        boolean looked = settings.directory().principalAttribute() != null;
        String accounts = settings.web().signIn().contains("xmpp")
                ? "@" + settings.xmpp().domain().toLowerCase(Locale.ROOT)
                : null;
        return name -> looked && (accounts == null || !name.endsWith(accounts));
    }
}
