package org.rollcall.xmpp.roster;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.jxmpp.jid.BareJid;

/** With whom presence is exchanged. Asked anew each time, so that changed settings count at once. */
public interface Partners {

    /** Whether this JID may see our presence: it holds a role here, or is a machine that central knows. */
    boolean mayHearUs(BareJid jid);

    /** Whether we want the presence of a JID that has just been let see ours. */
    boolean weWantToHear(BareJid jid);

    /** Those whose presence we ask for by ourselves: few, as a burst of requests is refused. */
    Collection<BareJid> sought();

    /** For an agent: role holders may hear us, and we hear the few that are named. */
    static Partners of(Predicate<BareJid> mayHearUs, Set<BareJid> sought) {
        Set<BareJid> fixed = Set.copyOf(sought);
        return new Partners() {
            @Override
            public boolean mayHearUs(BareJid jid) {
                return mayHearUs.test(jid);
            }

            @Override
            public boolean weWantToHear(BareJid jid) {
                return fixed.contains(jid);
            }

            @Override
            public Collection<BareJid> sought() {
                return fixed;
            }
        };
    }
}
