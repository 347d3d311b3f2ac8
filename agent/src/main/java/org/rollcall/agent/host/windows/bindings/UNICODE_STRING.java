package org.rollcall.agent.host.windows.bindings;

/** Offsets on 64-bit Windows; Length is in bytes. <a href="https://learn.microsoft.com/windows/win32/api/ntdef/ns-ntdef-_unicode_string">UNICODE_STRING</a> */
public final class UNICODE_STRING {
    public static final int Length = 0;
    public static final int Buffer = 8;
    public static final int SIZE = 16;

    private UNICODE_STRING() {}
}
