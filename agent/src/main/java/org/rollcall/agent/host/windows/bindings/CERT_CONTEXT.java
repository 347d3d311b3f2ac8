package org.rollcall.agent.host.windows.bindings;

/** Offsets on 64-bit Windows. <a href="https://learn.microsoft.com/windows/win32/api/wincrypt/ns-wincrypt-cert_context">CERT_CONTEXT</a> */
public final class CERT_CONTEXT {
    public static final int pbCertEncoded = 8;
    public static final int cbCertEncoded = 16;
    public static final int SIZE = 40;

    private CERT_CONTEXT() {}
}
