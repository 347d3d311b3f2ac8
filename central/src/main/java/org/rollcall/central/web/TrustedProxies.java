package org.rollcall.central.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.rollcall.central.address.AddressRange;

/** Which neighbours may say for whom they ask. Nobody else's forwarded headers count. */
public final class TrustedProxies {
    private final List<AddressRange> ranges;

    /** @param ranges addresses or ranges such as {@code 10.0.0.0/8} */
    public TrustedProxies(List<String> ranges) {
        this.ranges = ranges.stream().map(AddressRange::parse).toList();
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean cameThrough(HttpServletRequest request) {
        return trusts(request.getRemoteAddr());
    }

    /** The visitor's own address. */
    public String visitor(HttpServletRequest request) {
        String address = bare(request.getRemoteAddr());
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !trusts(address)) {
            return address;
        }
        // Each proxy adds to the right; whatever stands left of the last that is none of ours, anyone may have written.
        String[] hops = forwarded.split(",", 64);
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = bare(hops[i].strip());
            if (!AddressRange.isAddress(hop)) {
                return address;
            }
            address = hop;
            if (!trusts(hop)) {
                break;
            }
        }
        return address;
    }

    public String visitor(Context context) {
        return visitor(context.req());
    }

    /** Whether the visitor's browser speaks TLS, to us or to a trusted proxy. */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                || (cameThrough(request) && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
    }

    private boolean trusts(String address) {
        String bare = bare(address);
        return ranges.stream().anyMatch(range -> range.contains(bare));
    }

    private static String bare(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }
}
