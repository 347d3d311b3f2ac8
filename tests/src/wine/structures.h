/* Everything whose layout the agent relies on: MinGW's headers, and what they lack, as Microsoft's pages have it. */
#include <winsock2.h>
#include <ws2tcpip.h>
#include <windows.h>
#include <iphlpapi.h>
#include <netioapi.h>
#include <lm.h>
#include <stddef.h>
#include <wincrypt.h>
#include <winternl.h>
#include <wtsapi32.h>
#include "wtsinfoex.h"

/* https://learn.microsoft.com/windows/win32/api/powrprof/ns-powrprof-device_notify_subscribe_parameters */
typedef struct {
    ULONG (CALLBACK *Callback)(PVOID Context, ULONG Type, PVOID Setting);
    PVOID Context;
} DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS;

/* https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsystemfirmwaretable */
typedef struct {
    BYTE Used20CallingMethod, SMBIOSMajorVersion, SMBIOSMinorVersion, DmiRevision;
    DWORD Length;
    BYTE SMBIOSTableData[1];
} RawSMBIOSData;
