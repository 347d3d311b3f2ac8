package org.rollcall.central.inbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;
import org.rollcall.xmpp.text.MachineName;

/**
 * An agent that central does not know asks for its presence and says nothing else, as it is refused. So whoever asks is
 * asked back what he is (XEP-0030): an agent then waits for an administrator's word, people and others do not.
 */
final class Newcomers {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Machines machines;
    private final Doorman doorman;
    private final Requests questions;
    private final Rounds rounds;

    Newcomers(Machines machines, Doorman doorman, Requests questions, LongSupplier nanoTime) {
        this.machines = machines;
        this.doorman = doorman;
        this.questions = questions;
        rounds = new Rounds(8, 1, this::ask, nanoTime);
    }

    void subscribes(Jid from) {
        BareJid account = from.asBareJid();
        if (account.getLocalpartOrNull() != null && machines.find(account).isEmpty()) {
            rounds.due(account, Duration.ZERO);
        }
    }

    void linkDown() {
        rounds.forgetAll();
    }

    void tick() {
        rounds.tick();
    }

    private CompletionStage<?> ask(BareJid account) {
        Jid agent = JidCreate.fullFrom(account.asEntityBareJidOrThrow(), Doorman.AGENT);
        IQ question = NodeIq.get(agent, new XmlNode("query", Disco.INFO));
        CompletableFuture<Void> done = new CompletableFuture<>();
        questions.ask(question, WITHIN).whenComplete((answer, failure) -> {
            if (failure == null && isAgent(answer)) {
                doorman.stranger(
                        agent,
                        MachineName.fromLocalpart(account.getLocalpartOrNull().toString()));
            }
            done.complete(null);
        });
        return done;
    }

    private static boolean isAgent(IQ answer) {
        return answer instanceof DiscoverInfo info && info.containsFeature(Namespace.ROLLCALL);
    }
}
