package org.rollcall.agent.host.windows.bindings;

/** Offsets. <a href="https://learn.microsoft.com/windows/win32/api/netioapi/ns-netioapi-mib_if_table2">MIB_IF_TABLE2</a> */
public final class MIB_IF_TABLE2 {
    public static final int NumEntries = 0;
    public static final int Table = 8;

    private MIB_IF_TABLE2() {}
}
