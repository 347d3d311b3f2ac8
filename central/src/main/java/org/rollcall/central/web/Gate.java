package org.rollcall.central.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;

/** Who a request comes from, and whether its own page sent it. */
public final class Gate {
    public static final String COOKIE = "rollcall-session";
    public static final String CSRF_HEADER = "X-Rollcall-Csrf";
    private static final int LONGEST_TOKEN = 256;

    private final Visitors visitors;
    private final Supplier<Grants> grants;
    private final TrustedProxies proxies;
    private final URI publicUrl;

    /** @param publicUrl null: the address that the browser says */
    public Gate(Visitors visitors, Supplier<Grants> grants, TrustedProxies proxies, URI publicUrl) {
        this.visitors = visitors;
        this.grants = grants;
        this.proxies = proxies;
        this.publicUrl = publicUrl;
    }

    /**
     * Empty when nobody is signed in. A person whom a trusted proxy names is signed in by that, and no longer than that:
     * the cookie alone does not stand for its word.
     *
     * @param response gets the cookie; null where it is too late for one
     */
    public Optional<Viewer> viewer(HttpServletRequest request, HttpServletResponse response) {
        Optional<Who> named = proxies.cameThrough(request) ? visitors.trusted(request::getHeader) : Optional.empty();
        Optional<Visitor> visitor = named.isPresent()
                ? named(named.get(), request, response)
                : cookieVisitor(request).filter(Visitor::canSignOut);
        return visitor.map(found -> new Viewer(found, rights(found), Language.of(request), proxies.visitor(request)));
    }

    private Optional<Visitor> cookieVisitor(HttpServletRequest request) {
        return cookie(request, COOKIE)
                .filter(token -> token.length() <= LONGEST_TOKEN)
                .flatMap(visitors::find);
    }

    /** The session that the person has already, or a new one when the proxy names another than the cookie. */
    private Optional<Visitor> named(Who who, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visitor> known =
                cookieVisitor(request).filter(visitor -> visitor.who().equals(who));
        if (known.isPresent() || response == null) {
            return known;
        }
        Visitor visitor = visitors.open(who);
        letIn(visitor, request, response);
        return Optional.of(visitor);
    }

    /** Gives the browser what it will show again. */
    public void letIn(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        setCookie(visitor.token(), "", request, response);
    }

    public void letOut(HttpServletRequest request, HttpServletResponse response) {
        setCookie("", "; Max-Age=0", request, response);
    }

    private void setCookie(String value, String more, HttpServletRequest request, HttpServletResponse response) {
        String secure = proxies.isSecure(request) ? "; Secure" : "";
        response.addHeader("Set-Cookie", COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + secure + more);
    }

    /** Rights as they are now: the settings may have changed since the sign-in. */
    public Rights rights(Visitor visitor) {
        return Rights.of(grants.get(), visitor.who());
    }

    public boolean isSignedIn(Visitor visitor) {
        return visitors.isSignedIn(visitor.token());
    }

    /** A browser says where the page came from that sends this; other programs do not, and have no cookie to abuse. */
    public boolean isOwnOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        if (publicUrl != null && origin.equalsIgnoreCase(origin(publicUrl))) {
            return true;
        }
        String scheme = proxies.isSecure(request) ? "https" : "http";
        return origin.equalsIgnoreCase(scheme + "://" + request.getHeader("Host"));
    }

    public boolean isOwnPage(HttpServletRequest request, Visitor visitor) {
        String token = request.getHeader(CSRF_HEADER);
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), visitor.csrf().getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
