/* What MinGW's wtsapi32.h lacks, as Microsoft's page on WTSINFOEX_LEVEL1_W has it. */
#ifndef WTSINFOEX_H
#define WTSINFOEX_H
#include <windows.h>
#include <wtsapi32.h>

#define WTSSessionInfoEx ((WTS_INFO_CLASS)25)

typedef struct {
    ULONG SessionId;
    WTS_CONNECTSTATE_CLASS SessionState;
    LONG SessionFlags;
    WCHAR WinStationName[33];
    WCHAR UserName[21];
    WCHAR DomainName[18];
    LARGE_INTEGER LogonTime, ConnectTime, DisconnectTime, LastInputTime, CurrentTime;
    DWORD IncomingBytes, OutgoingBytes, IncomingFrames, OutgoingFrames;
    DWORD IncomingCompressedBytes, OutgoingCompressedBytes;
} WTSINFOEX_LEVEL1_W;

typedef struct {
    DWORD Level;
    union {
        WTSINFOEX_LEVEL1_W WTSInfoExLevel1;
    } Data;
} WTSINFOEXW;
#endif
