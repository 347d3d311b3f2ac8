/* Watches the scenario and posts WM_WTSSESSION_CHANGE for what changed in it. */
#include "scenario.h"
#include <string.h>
#include <wtsapi32.h>

#define LOOK_EVERY_MS 50
#define MOST_WINDOWS 8
#define REMOTE 2

static CRITICAL_SECTION lock;
static HWND windows[MOST_WINDOWS];
static HANDLE watcher;

BOOL WINAPI DllMain(HINSTANCE dll, DWORD reason, LPVOID reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        DisableThreadLibraryCalls(dll);
        InitializeCriticalSection(&lock);
    }
    return TRUE;
}

static void post(WPARAM what, DWORD session)
{
    EnterCriticalSection(&lock);
    for (int i = 0; i < MOST_WINDOWS; i++)
        if (windows[i])
            PostMessageW(windows[i], WM_WTSSESSION_CHANGE, what, session);
    LeaveCriticalSection(&lock);
}

static const Session *same(const Scenario *scenario, const Session *session)
{
    for (int i = 0; i < scenario->count; i++) {
        const Session *other = &scenario->sessions[i];
        if (other->id == session->id && other->logon == session->logon && !wcscmp(other->user, session->user))
            return other;
    }
    return NULL;
}

static BOOL active(const Session *session)
{
    return session->state == WTSActive;
}

static void compare(const Session *before, const Session *now)
{
    if (active(before) && !active(now))
        post(before->protocol == REMOTE ? WTS_REMOTE_DISCONNECT : WTS_CONSOLE_DISCONNECT, now->id);
    if (!active(before) && active(now))
        post(now->protocol == REMOTE ? WTS_REMOTE_CONNECT : WTS_CONSOLE_CONNECT, now->id);
    if (before->lock != now->lock)
        post(now->lock == 0 ? WTS_SESSION_LOCK : WTS_SESSION_UNLOCK, now->id);
}

static void look(const Scenario *before, const Scenario *now)
{
    for (int i = 0; i < before->count; i++)
        if (!same(now, &before->sessions[i]))
            post(WTS_SESSION_LOGOFF, before->sessions[i].id);
    for (int i = 0; i < now->count; i++) {
        const Session *old = same(before, &now->sessions[i]);
        if (old)
            compare(old, &now->sessions[i]);
        else
            post(WTS_SESSION_LOGON, now->sessions[i].id);
    }
}

static DWORD WINAPI watch(void *unused)
{
    static Scenario before, now;
    (void)unused;
    scenario_read(&before);
    for (;;) {
        Sleep(LOOK_EVERY_MS);
        if (scenario_read(&now) && memcmp(&before, &now, sizeof now)) {
            if (!now.silent)
                look(&before, &now);
            before = now;
        }
    }
    return 0;
}

void notifier_add(HWND window)
{
    EnterCriticalSection(&lock);
    for (int i = 0; i < MOST_WINDOWS; i++)
        if (!windows[i]) {
            windows[i] = window;
            break;
        }
    if (!watcher)
        watcher = CreateThread(NULL, 0, watch, NULL, 0, NULL);
    LeaveCriticalSection(&lock);
}

void notifier_remove(HWND window)
{
    EnterCriticalSection(&lock);
    for (int i = 0; i < MOST_WINDOWS; i++)
        if (windows[i] == window)
            windows[i] = NULL;
    LeaveCriticalSection(&lock);
}
