package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** iphlpapi.dll. */
public interface IPHlpAPIEx extends StdCallLibrary {
    IPHlpAPIEx INSTANCE = Native.load("iphlpapi", IPHlpAPIEx.class, W32APIOptions.UNICODE_OPTIONS);

    /** <a href="https://learn.microsoft.com/windows/win32/api/netioapi/nf-netioapi-getiftable2">GetIfTable2</a> */
    int GetIfTable2(PointerByReference Table);

    /** <a href="https://learn.microsoft.com/windows/win32/api/netioapi/nf-netioapi-freemibtable">FreeMibTable</a> */
    void FreeMibTable(Pointer Memory);
}
