/* The functions of wtsapi32.dll that the agent calls, as the scenario has them. */
#include "scenario.h"
#include "wtsinfoex.h"
#include <string.h>

#define EPOCH 11644473600LL
#define UNITS 10000000LL

static BOOL failed(DWORD error)
{
    SetLastError(error);
    return FALSE;
}

static BOOL reading(Scenario *scenario)
{
    if (!scenario_read(scenario))
        return failed(ERROR_FILE_CORRUPT);
    Sleep(scenario->delay);
    return scenario->fail ? failed(RPC_S_SERVER_UNAVAILABLE) : TRUE;
}

static Session *find(Scenario *scenario, DWORD id)
{
    for (int i = 0; i < scenario->count; i++)
        if (scenario->sessions[i].id == id)
            return &scenario->sessions[i];
    SetLastError(ERROR_FILE_NOT_FOUND);
    return NULL;
}

static void *given(DWORD size, LPWSTR *answer, DWORD *bytes)
{
    *answer = LocalAlloc(LPTR, size);
    *bytes = size;
    return *answer;
}

static BOOL text(const WCHAR *value, LPWSTR *answer, DWORD *bytes)
{
    DWORD size = (DWORD)(wcslen(value) + 1) * sizeof *value;
    memcpy(given(size, answer, bytes), value, size);
    return TRUE;
}

static LARGE_INTEGER file_time(LONGLONG seconds)
{
    LARGE_INTEGER time;
    time.QuadPart = seconds ? (seconds + EPOCH) * UNITS : 0;
    return time;
}

BOOL WINAPI WTSEnumerateSessionsW(HANDLE server, DWORD reserved, DWORD version, PWTS_SESSION_INFOW *list, DWORD *count)
{
    static __thread Scenario scenario;
    if (server || reserved || version != 1)
        return failed(ERROR_INVALID_PARAMETER);
    if (!reading(&scenario))
        return FALSE;
    DWORD size = (DWORD)(scenario.count * (sizeof **list + sizeof scenario.sessions[0].station));
    *list = LocalAlloc(LPTR, size + 1);
    WCHAR *name = (WCHAR *)(*list + scenario.count);
    for (int i = 0; i < scenario.count; i++) {
        (*list)[i].SessionId = scenario.sessions[i].id;
        (*list)[i].State = scenario.sessions[i].state;
        (*list)[i].pWinStationName = wcscpy(name, scenario.sessions[i].station);
        name += 33;
    }
    *count = scenario.count;
    return TRUE;
}

static BOOL info_ex(const Session *session, LPWSTR *answer, DWORD *bytes)
{
    WTSINFOEXW *info = given(sizeof *info, answer, bytes);
    WTSINFOEX_LEVEL1_W *level = &info->Data.WTSInfoExLevel1;
    info->Level = 1;
    level->SessionId = session->id;
    level->SessionState = session->state;
    level->SessionFlags = session->lock;
    wcsncpy(level->WinStationName, session->station, 32);
    wcsncpy(level->UserName, session->user, 20);
    wcsncpy(level->DomainName, session->domain, 17);
    level->LogonTime = file_time(session->logon);
    level->LastInputTime = file_time(session->input);
    level->CurrentTime = file_time(session->now);
    return TRUE;
}

static BOOL client_address(const Session *session, LPWSTR *answer, DWORD *bytes)
{
    WTS_CLIENT_ADDRESS *address = given(sizeof *address, answer, bytes);
    if (session->has_address) {
        address->AddressFamily = 2;
        memcpy(address->Address + 2, session->address, 4);
    }
    return TRUE;
}

BOOL WINAPI WTSQuerySessionInformationW(HANDLE server, DWORD id, WTS_INFO_CLASS what, LPWSTR *answer, DWORD *bytes)
{
    static __thread Scenario scenario;
    if (server)
        return failed(ERROR_INVALID_PARAMETER);
    if (!reading(&scenario))
        return FALSE;
    Session *session = find(&scenario, id);
    if (!session)
        return FALSE;
    switch ((int)what) {
    case WTSUserName: return text(session->user, answer, bytes);
    case WTSDomainName: return text(session->domain, answer, bytes);
    case WTSClientName: return text(session->client, answer, bytes);
    case WTSClientAddress: return client_address(session, answer, bytes);
    case WTSClientProtocolType:
        *(USHORT *)given(sizeof(USHORT), answer, bytes) = (USHORT)session->protocol;
        return TRUE;
    case (int)WTSSessionInfoEx: return info_ex(session, answer, bytes);
    default: return failed(ERROR_NOT_SUPPORTED);
    }
}

void WINAPI WTSFreeMemory(PVOID memory)
{
    LocalFree(memory);
}

BOOL WINAPI WTSRegisterSessionNotification(HWND window, DWORD flags)
{
    static __thread Scenario scenario;
    BOOL refused = !scenario_read(&scenario) || scenario.refuse;
    record("WTSRegisterSessionNotification flags=%lu window=%d %s", flags, IsWindow(window),
           refused ? "refused" : "done");
    if (refused)
        return failed(RPC_S_INVALID_BINDING);
    notifier_add(window);
    return TRUE;
}

BOOL WINAPI WTSUnRegisterSessionNotification(HWND window)
{
    record("WTSUnRegisterSessionNotification");
    notifier_remove(window);
    return TRUE;
}

BOOL WINAPI WTSQueryUserToken(ULONG id, PHANDLE token)
{
    static __thread Scenario scenario;
    if (!scenario_read(&scenario))
        return failed(ERROR_FILE_CORRUPT);
    Session *session = find(&scenario, id);
    if (!session)
        return FALSE;
    return session->own_token ? OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, token) : failed(ERROR_NO_TOKEN);
}

BOOL WINAPI WTSSendMessageW(HANDLE server, DWORD id, LPWSTR title, DWORD title_bytes, LPWSTR message,
                            DWORD message_bytes, DWORD style, DWORD timeout, DWORD *response, BOOL wait)
{
    char titles[1024], messages[4096];
    record("WTSSendMessage server=%d session=%lu title=\"%s\" message=\"%s\" style=%lx timeout=%lu wait=%d",
           server != NULL, id, recorded(title, title_bytes, titles, sizeof titles),
           recorded(message, message_bytes, messages, sizeof messages), style, timeout, wait);
    *response = IDOK;
    return TRUE;
}

BOOL WINAPI WTSLogoffSession(HANDLE server, DWORD id, BOOL wait)
{
    record("WTSLogoffSession server=%d session=%lu wait=%d", server != NULL, id, wait);
    return TRUE;
}

BOOL WINAPI WTSDisconnectSession(HANDLE server, DWORD id, BOOL wait)
{
    record("WTSDisconnectSession server=%d session=%lu wait=%d", server != NULL, id, wait);
    return TRUE;
}
