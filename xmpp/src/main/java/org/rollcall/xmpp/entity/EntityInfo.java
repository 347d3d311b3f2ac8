package org.rollcall.xmpp.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.EmptyResultIQ;
import org.jivesoftware.smack.packet.IQ;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

/**
 * What any client may ask of an entity: XEP-0199 ping, XEP-0092 version, XEP-0202 time and XEP-0012 last activity.
 * To those who have a role; our own server may ping, too.
 */
public final class EntityInfo {
    private static final String PING = "urn:xmpp:ping";
    private static final String VERSION = "jabber:iq:version";
    private static final String TIME = "urn:xmpp:time";
    private static final String LAST = "jabber:iq:last";

    private final Entity entity;
    private final Disco disco;
    private final String version;
    private final InstantSource clock;
    private final Supplier<Optional<Duration>> idle;

    /**
     * @param version the program's
     * @param idle for how long nobody has touched the machine; empty when unknown
     */
    public EntityInfo(
            Entity entity, Disco disco, String version, InstantSource clock, Supplier<Optional<Duration>> idle) {
        this.entity = entity;
        this.disco = disco;
        this.version = version;
        this.clock = clock;
        this.idle = idle;
        get("ping", PING, request -> entity.send(new EmptyResultIQ(request)));
        get("query", VERSION, this::version);
        get("time", TIME, this::time);
        get("query", LAST, this::last);
        disco.feature(PING, VERSION, TIME, LAST);
    }

    private void get(String element, String namespace, Consumer<IQ> answer) {
        entity.answer(IQ.Type.get, element, namespace, request -> {
            if (entity.admits(request)) {
                answer.accept(request);
            }
        });
    }

    private void version(IQ request) {
        XmlNode query = new XmlNode("query", VERSION);
        query.child("name").text(disco.name());
        query.child("version").text(version);
        query.child("os").text(System.getProperty("os.name"));
        entity.send(NodeIq.result(request, query));
    }

    private void time(IQ request) {
        Instant now = clock.instant();
        String offset = ZoneId.systemDefault().getRules().getOffset(now).getId();
        XmlNode time = new XmlNode("time", TIME);
        time.child("tzo").text(offset.equals("Z") ? "+00:00" : offset);
        time.child("utc").text(now.truncatedTo(ChronoUnit.MILLIS).toString());
        entity.send(NodeIq.result(request, time));
    }

    /** XEP-0012, section 3: to a resource, the seconds since its user was last active. */
    private void last(IQ request) {
        Optional<Duration> since = idle.get();
        if (since.isEmpty()) {
            entity.refuse(request, Disco.unknown(request));
            return;
        }
        entity.send(NodeIq.result(
                request,
                new XmlNode("query", LAST)
                        .with("seconds", Math.max(0, since.get().toSeconds()))));
    }
}
