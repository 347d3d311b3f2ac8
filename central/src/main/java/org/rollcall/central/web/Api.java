package org.rollcall.central.web;

import com.google.gson.JsonParseException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollcall.central.web.json.Json;
import org.rollcall.xmpp.command.Role;

/**
 * Adds routes such that nobody can forget the lock: who is not signed in, or has no right to it, never reaches what is
 * behind; what changes something is only done for the server's own page.
 */
public final class Api {
    private static final int LONGEST_BODY = 64 * 1024;
    private static final Duration LONGEST_READING = Duration.ofSeconds(10);

    /** Whoever may see a room. */
    public static final Predicate<Rights> VIEWER = rights -> rights.anywhere().isPresent();

    public static final Predicate<Rights> ADMIN = Rights::isAdmin;

    /** Of all rooms, or of one: which, what is behind it has to look at. */
    public static final Predicate<Rights> ADMIN_SOMEWHERE =
            rights -> rights.anywhere().filter(Role.ADMIN::equals).isPresent();

    private final RoutesConfig routes;
    private final Gate gate;

    Api(RoutesConfig routes, Gate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    /** What is done for somebody who is signed in and may. */
    public interface Answer {
        void answer(Context context, Viewer viewer) throws Exception;
    }

    /** What is done for anybody. */
    public interface OpenAnswer {
        void answer(Context context, Optional<Viewer> viewer) throws Exception;
    }

    public void get(String path, Predicate<Rights> need, Answer answer) {
        routes.get(path, context -> answer.answer(context, required(context, need)));
    }

    public void post(String path, Predicate<Rights> need, Answer answer) {
        routes.post(path, context -> {
            requireOwnOrigin(context);
            Viewer viewer = required(context, rights -> true);
            if (!gate.isOwnPage(context.req(), viewer.visitor())) {
                throw ApiException.forbidden("csrf");
            }
            if (!need.test(viewer.rights())) {
                throw ApiException.notFound();
            }
            answer.answer(context, viewer);
        });
    }

    /** For everybody: nothing behind it may tell about people or machines. */
    public void getOpen(String path, OpenAnswer answer) {
        routes.get(path, context -> answer.answer(context, gate.viewer(context.req(), context.res())));
    }

    /** For everybody: only what anybody may do. */
    public void postOpen(String path, Handler answer) {
        routes.post(path, context -> {
            requireOwnOrigin(context);
            answer.handle(context);
        });
    }

    private Viewer required(Context context, Predicate<Rights> need) {
        Viewer viewer = gate.viewer(context.req(), context.res()).orElseThrow(ApiException::notSignedIn);
        if (!need.test(viewer.rights())) {
            throw ApiException.notFound();
        }
        return viewer;
    }

    private void requireOwnOrigin(Context context) {
        if (!gate.isOwnOrigin(context.req())) {
            throw ApiException.forbidden("origin");
        }
    }

    /** Answers with a value. */
    public static void json(Context context, Object value) {
        jsonText(context, Json.write(value));
    }

    /** Answers with what is JSON already. */
    public static void jsonText(Context context, String json) {
        context.status(HttpStatus.OK)
                .contentType("application/json; charset=utf-8")
                .result(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The request's body; never null. */
    public static <T> T body(Context context, Class<T> type) throws IOException {
        if (!context.isJson()) {
            throw ApiException.badRequest("Content-Type: application/json");
        }
        byte[] bytes = read(context.bodyInputStream());
        try {
            T value = Json.read(new String(bytes, StandardCharsets.UTF_8), type);
            if (value != null) {
                return value;
            }
        } catch (JsonParseException | DateTimeException malformed) {
            // Said below, the same for all that is no such JSON.
        }
        throw ApiException.badRequest("JSON");
    }

    /** Whoever sends a letter a minute holds a thread that serves everybody: not for long. */
    private static byte[] read(InputStream in) throws IOException {
        long end = System.nanoTime() + LONGEST_READING.toNanos();
        byte[] bytes = new byte[LONGEST_BODY + 1];
        int length = 0;
        for (int read = 0; read >= 0 && length < bytes.length; read = in.read(bytes, length, bytes.length - length)) {
            length += read;
            if (System.nanoTime() - end > 0) {
                throw ApiException.badRequest("10 s");
            }
        }
        if (length > LONGEST_BODY) {
            throw ApiException.tooLarge();
        }
        return Arrays.copyOf(bytes, length);
    }
}
