/*
 * What Wine says TRUE to without doing it: the event log, a service's failure actions, and rights of files. Each is
 * recorded; rights are passed on to Wine as well.
 */
#define _ADVAPI32_
#include "scenario.h"
#include <aclapi.h>
#include <sddl.h>
#include <wchar.h>

static FARPROC original(const char *name)
{
    return GetProcAddress(LoadLibraryW(L"wineadva.dll"), name);
}

static const char *utf8(const WCHAR *text, char *buffer, size_t size)
{
    return text ? recorded(text, (DWORD)wcslen(text) * 2, buffer, size) : "";
}

BOOL WINAPI ReportEventW(HANDLE log, WORD type, WORD category, DWORD id, PSID user, WORD count, DWORD size,
                         LPCWSTR *strings, LPVOID data)
{
    char text[4096];
    (void)log, (void)user, (void)data;
    record("ReportEvent type=%u category=%u id=%08lx strings=%u data=%lu \"%s\"", type, category, id, count, size,
           count ? utf8(strings[0], text, sizeof text) : "");
    return TRUE;
}

BOOL WINAPI ChangeServiceConfig2W(SC_HANDLE service, DWORD level, LPVOID info)
{
    if (level == SERVICE_CONFIG_FAILURE_ACTIONS) {
        SERVICE_FAILURE_ACTIONSW *actions = info;
        record("ChangeServiceConfig2 failure actions=%lu reset=%lu", actions->cActions, actions->dwResetPeriod);
        for (DWORD i = 0; i < actions->cActions; i++)
            record("  action type=%d delay=%lu", actions->lpsaActions[i].Type, actions->lpsaActions[i].Delay);
    } else if (level == SERVICE_CONFIG_FAILURE_ACTIONS_FLAG) {
        record("ChangeServiceConfig2 failure actions flag=%d",
               ((SERVICE_FAILURE_ACTIONS_FLAG *)info)->fFailureActionsOnNonCrashFailures);
    } else {
        BOOL(WINAPI * change)(SC_HANDLE, DWORD, LPVOID) = (void *)original("ChangeServiceConfig2W");
        return change(service, level, info);
    }
    return TRUE;
}

static void rights(const char *what, const WCHAR *path, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor)
{
    BOOL(WINAPI * convert)(PSECURITY_DESCRIPTOR, DWORD, SECURITY_INFORMATION, LPWSTR *, ULONG *) =
        (void *)original("ConvertSecurityDescriptorToStringSecurityDescriptorW");
    LPWSTR text = NULL;
    char name[1024], list[1024];
    if (!convert(descriptor, SDDL_REVISION_1, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &text, NULL))
        return;
    record("%s \"%s\" parts=%08lx %s", what, utf8(path, name, sizeof name), parts, utf8(text, list, sizeof list));
    LocalFree(text);
}

BOOL WINAPI SetFileSecurityW(LPCWSTR path, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor)
{
    BOOL(WINAPI * set)(LPCWSTR, SECURITY_INFORMATION, PSECURITY_DESCRIPTOR) = (void *)original("SetFileSecurityW");
    rights("SetFileSecurity", path, parts, descriptor);
    return set(path, parts, descriptor);
}

DWORD WINAPI SetNamedSecurityInfoW(LPWSTR path, SE_OBJECT_TYPE type, SECURITY_INFORMATION parts, PSID owner, PSID group,
                                   PACL dacl, PACL sacl)
{
    DWORD(WINAPI * set)(LPWSTR, SE_OBJECT_TYPE, SECURITY_INFORMATION, PSID, PSID, PACL, PACL) =
        (void *)original("SetNamedSecurityInfoW");
    char name[1024];
    record("SetNamedSecurityInfo \"%s\" type=%d parts=%08lx entries=%d", utf8(path, name, sizeof name), type, parts,
           dacl ? dacl->AceCount : -1);
    return set(path, type, parts, owner, group, dacl, sacl);
}
