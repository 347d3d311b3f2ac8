package org.rollcall.central.enrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.fake.FakeAccounts;
import org.rollcall.central.fake.FakeEnrolments;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.FakeTime;
import org.rollcall.central.fake.FakeTrail;
import org.rollcall.central.fake.RulePark;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.store.Enrolments.Window;
import org.rollcall.central.store.Enrolments.Word;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Roles;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.stanza.Enrolment;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

/** The desk with all that it stands on in memory, asked as PCs ask it. */
final class DeskRig {
    static final BareJid ACCOUNT = jid("enrol");
    static final String PASSWORD = "p".repeat(32);

    final FakeTime time = new FakeTime();
    final FakeAccounts accounts = new FakeAccounts();
    final FakeMachines machines = FakeMachines.of();
    final FakeEnrolments enrolments = new FakeEnrolments();
    final FakeTrail trail = new FakeTrail();
    final Set<BareJid> present = new HashSet<>();
    final List<BareJid> sought = new ArrayList<>();
    final List<Stanza> sent = new ArrayList<>();
    final List<Runnable> queued = new ArrayList<>();
    final Applicants applicants = new Applicants();
    final EnrolmentAudit audit = new EnrolmentAudit(trail, time);
    final Windows windows = new Windows(enrolments, audit, time);
    final Roles roles = new Roles() {
        @Override
        public Optional<Role> roleOf(Jid asker) {
            return asker.asBareJid().equals(jid("a201admin")) ? Optional.of(Role.ADMIN) : Optional.empty();
        }

        @Override
        public boolean isCentral(Jid asker) {
            return false;
        }
    };
    final Entity entity = new Entity(sent::add, Optional::empty, () -> roles, entry -> {});
    final Enroller enroller = new Enroller(accounts, machines, enrolments, sought::add, time);
    final Office office;
    final Desk desk;
    /** Whether work waits in {@link #queued} instead of being done at once. */
    boolean slow;

    private int ids;

    DeskRig() {
        Rules rules = new Rules(
                RulePark::new,
                machines,
                enrolments,
                windows,
                present::contains,
                jid -> roles.roleOf(jid).isPresent(),
                time);
        Executor workers = task -> {
            if (!slow) {
                task.run();
            } else if (queued.size() < 2) {
                queued.add(task);
            } else {
                throw new RejectedExecutionException();
            }
        };
        desk = new Desk(entity, ACCOUNT, "iut.rdz", rules, enroller, applicants, audit, time, workers, new Random(1));
        office = new Office(enrolments, machines, accounts, windows, applicants, enroller, null, desk, time);
    }

    static BareJid jid(String account) {
        return JidCreate.bareFromOrThrowUnchecked(account + "@iut.rdz");
    }

    /** One computer: its number is all that tells it from others. */
    static Enrol pc(String name, int hardware) {
        return pc(name, hardware, PASSWORD);
    }

    static Enrol pc(String name, int hardware, String password) {
        return new Enrol(
                name, "uuid-" + hardware, "serial-" + hardware, new TreeSet<>(Set.of(mac(hardware))), "1", password);
    }

    static String fingerprint(int hardware) {
        return Hardware.of(pc("any", hardware)).fingerprint();
    }

    private static String mac(int hardware) {
        return String.format("00:00:00:00:00:%02x", hardware);
    }

    IQ answer(BareJid from, XmlNode node) {
        NodeIq request = NodeIq.set(jid("windows"), node);
        request.setFrom(JidCreate.fullFrom(from.asEntityBareJidOrThrow(), resource()));
        request.setStanzaId("e" + ids);
        int before = sent.size();
        entity.request(request);
        return sent.size() == before ? null : (IQ) sent.get(sent.size() - 1);
    }

    private org.jxmpp.jid.parts.Resourcepart resource() {
        return org.jxmpp.jid.parts.Resourcepart.fromOrThrowUnchecked("r" + ids++);
    }

    /** What it is told; a minute later, as PCs ask. */
    String asks(Enrol enrol) {
        time.pass(Duration.ofMinutes(1));
        return told(answer(ACCOUNT, enrol.toXml()));
    }

    static String told(IQ answer) {
        if (answer.getType() == IQ.Type.error) {
            return answer.getError().getCondition().toString();
        }
        try {
            Enrolment enrolment = Enrolment.from(((NodeIq) answer).node());
            return enrolment.enrolled() ? enrolment.account() : enrolment.reason();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    void opens(String room, boolean known) {
        windows.open(new Window(room, now().plus(Duration.ofHours(2)), known, now(), "admin@iut.rdz"));
    }

    void says(String account, int hardware, boolean yes) {
        enrolments.say(new Word(jid(account), fingerprint(hardware), yes, now(), "admin@iut.rdz"));
    }

    Instant now() {
        return time.instant();
    }

    /** What the audit has of one, oldest first. */
    List<String> audited(String target) {
        return trail.lines.stream()
                .filter(line -> target.equals(line.target()))
                .map(line -> line.action() + " " + line.outcome())
                .toList();
    }
}
