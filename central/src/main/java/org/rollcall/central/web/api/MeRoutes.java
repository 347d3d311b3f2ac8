package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.rollcall.central.access.Grants;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Gate;
import org.rollcall.central.web.Language;
import org.rollcall.central.web.Rights;
import org.rollcall.central.web.SignInException;
import org.rollcall.central.web.TrustedProxies;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.Visitor;
import org.rollcall.central.web.Visitors;
import org.rollcall.central.web.json.Accounts;
import org.rollcall.xmpp.command.Role;

/** Who one is here, and how one comes and goes. */
public final class MeRoutes {
    private static final int AT_ONCE = 16;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_PASSWORD = 1024;

    private final Visitors visitors;
    private final Gate gate;
    private final TrustedProxies proxies;
    private final Supplier<Grants> grants;
    private final BoardView board;
    private final AuditNotes audit;
    private final String title;
    private final boolean accounts;
    private final Runnable somebodyLeft;
    private final Semaphore signingIn = new Semaphore(AT_ONCE);

    private record SignIn(String name, String password) {}

    private record Stranger(boolean signedIn, List<String> methods, String language, String title, String version) {}

    private record Me(
            boolean signedIn,
            String id,
            String name,
            String csrf,
            String role,
            String everywhere,
            Map<String, String> rooms,
            List<String> pages,
            List<MachineCommands.Known> commands,
            String language,
            String myRoom,
            String myMachine,
            Instant idleEnds,
            boolean signOut,
            String title,
            String version) {}

    /**
     * @param accounts whether central manages the machines' accounts
     * @param somebodyLeft told when a person has signed out, whose open pages end then
     */
    public MeRoutes(
            Visitors visitors,
            Gate gate,
            TrustedProxies proxies,
            Supplier<Grants> grants,
            BoardView board,
            AuditNotes audit,
            String title,
            boolean accounts,
            Runnable somebodyLeft) {
        this.visitors = visitors;
        this.gate = gate;
        this.proxies = proxies;
        this.grants = grants;
        this.board = board;
        this.audit = audit;
        this.title = title;
        this.accounts = accounts;
        this.somebodyLeft = somebodyLeft;
    }

    public void add(Api api) {
        api.getOpen("/api/me", (context, viewer) -> {
            if (viewer.isPresent()) {
                Api.json(context, me(viewer.get()));
            } else {
                Api.json(context, stranger(context));
            }
        });
        api.postOpen("/api/sign-in", this::signIn);
        api.post("/api/sign-out", rights -> true, (context, viewer) -> {
            visitors.close(viewer.visitor().token());
            gate.letOut(context.req(), context.res());
            audit.done(viewer, "sign-out", null, null);
            somebodyLeft.run();
            Api.json(context, stranger(context));
        });
    }

    private void signIn(Context context) throws Exception {
        // Each waits for a directory or a server: strangers must not use up the threads that serve everybody.
        if (!signingIn.tryAcquire()) {
            throw ApiException.busy();
        }
        try {
            tried(context);
        } finally {
            signingIn.release();
        }
    }

    private void tried(Context context) throws Exception {
        SignIn body = Api.body(context, SignIn.class);
        if (body.name() == null || body.name().isBlank() || body.name().length() > LONGEST_NAME) {
            throw ApiException.badRequest("name");
        }
        if (body.password() == null
                || body.password().isEmpty()
                || body.password().length() > LONGEST_PASSWORD) {
            throw ApiException.badRequest("password");
        }
        String address = proxies.visitor(context.req());
        try {
            Visitor visitor = visitors.signIn(body.name().strip(), body.password(), address);
            gate.letIn(visitor, context.req(), context.res());
            Viewer viewer =
                    new Viewer(visitor, Rights.of(grants.get(), visitor.who()), Language.of(context.req()), address);
            audit.done(viewer, "sign-in", null, address);
            Api.json(context, me(viewer));
        } catch (SignInException refused) {
            audit.stranger(
                    body.name().strip(),
                    "sign-in",
                    address,
                    refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            throw ApiException.of(refused);
        }
    }

    private Stranger stranger(Context context) {
        return new Stranger(
                false, visitors.methods(), Language.of(context.req()).getLanguage(), title, version());
    }

    private Me me(Viewer viewer) {
        Rights rights = viewer.rights();
        Optional<MachineNow> here = hereNow(viewer);
        Visitor visitor = viewer.visitor();
        Map<String, String> rooms = new LinkedHashMap<>();
        board.rooms()
                .forEach(room -> rights.in(room.name())
                        .filter(role -> role != rights.everywhere())
                        .ifPresent(role -> rooms.put(room.name(), role.id())));
        return new Me(
                true,
                viewer.id(),
                viewer.who().name(),
                visitor.csrf(),
                rights.anywhere().map(Role::id).orElse(null),
                rights.everywhere() == null ? null : rights.everywhere().id(),
                rooms,
                pages(rights),
                MachineCommands.all(accounts),
                viewer.locale().getLanguage(),
                here.map(machine -> machine.place().room()).orElse(null),
                here.map(Accounts::of).orElse(null),
                visitor.ends(),
                visitor.canSignOut(),
                title,
                version());
    }

    private static List<String> pages(Rights rights) {
        List<String> pages = new ArrayList<>();
        if (rights.anywhere().isPresent()) {
            pages.addAll(List.of("park", "history", "usage"));
        }
        if (rights.isAdmin()) {
            pages.addAll(List.of("waiting", "audit"));
        }
        return pages;
    }

    /** The machine that the viewer sits at, when there is exactly one of that address and he may see it. */
    private Optional<MachineNow> hereNow(Viewer viewer) {
        List<MachineNow> here = board.machines().stream()
                .filter(machine -> viewer.address().equals(machine.address()))
                .filter(machine -> machine.condition().isOn())
                .filter(machine -> viewer.rights().sees(machine.place().room()))
                .limit(2)
                .toList();
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
    }

    private static String version() {
        String packaged = MeRoutes.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}
