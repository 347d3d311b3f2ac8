/*
 * net.dll of Java 21 and later delay-loads GetAnycastIpAddressTable, which Wine 8 does not have: without it the first
 * use of a network interface, and so of any random number, ends the JVM (0xc06d007f). An empty table is a true answer.
 */
#include <winsock2.h>
#include <windows.h>

DWORD WINAPI GetAnycastIpAddressTable(USHORT family, void **table)
{
    /* MIB_ANYCASTIPADDRESS_TABLE: NumEntries 0, and room for the one entry that its declaration has. */
    (void)family;
    *table = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 64);
    return *table ? NO_ERROR : ERROR_NOT_ENOUGH_MEMORY;
}
