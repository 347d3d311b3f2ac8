package org.rollcall.agent.host.windows.bindings;

/** Offsets. <a href="https://learn.microsoft.com/windows/win32/api/netioapi/ns-netioapi-mib_if_row2">MIB_IF_ROW2</a> */
public final class MIB_IF_ROW2 {
    public static final int IF_TYPE_ETHERNET_CSMACD = 6;
    public static final int IF_TYPE_IEEE80211 = 71;
    public static final int NdisPhysicalMediumBluetooth = 10;
    /** The first bit of InterfaceAndOperStatusFlags. */
    public static final int HardwareInterface = 1;

    public static final int InterfaceGuid = 12;
    public static final int PhysicalAddressLength = 1056;
    public static final int PermanentPhysicalAddress = 1092;
    public static final int Type = 1128;
    public static final int PhysicalMediumType = 1140;
    public static final int InterfaceAndOperStatusFlags = 1152;
    public static final int SIZE = 1352;

    private MIB_IF_ROW2() {}
}
