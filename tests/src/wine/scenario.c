#define __USE_MINGW_ANSI_STDIO 1
#include "scenario.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST 65536

static BOOL path_of(const WCHAR *variable, WCHAR *path)
{
    DWORD length = GetEnvironmentVariableW(variable, path, MAX_PATH);
    return length > 0 && length < MAX_PATH;
}

static char *file_text(void)
{
    static const DWORD all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    WCHAR path[MAX_PATH];
    if (!path_of(L"WTS_SCENARIO", path))
        return NULL;
    HANDLE file = CreateFileW(path, GENERIC_READ, all, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return NULL;
    char *text = malloc(LARGEST + 1);
    DWORD length = 0;
    if (!ReadFile(file, text, LARGEST, &length, NULL))
        length = 0;
    text[length] = 0;
    CloseHandle(file);
    return text;
}

/* UTF-8 with \uXXXX to UTF-16; any unit can be written so, a lone surrogate too. */
static void decode(const char *from, WCHAR *to, size_t size)
{
    size_t n = 0;
    while (*from && n + 1 < size) {
        unsigned unit;
        if (from[0] == '\\' && from[1] == 'u' && sscanf(from + 2, "%4x", &unit) == 1) {
            to[n++] = (WCHAR)unit;
            from += 6;
        } else {
            int bytes = 1;
            while ((from[bytes] & 0xC0) == 0x80)
                bytes++;
            int units = MultiByteToWideChar(CP_UTF8, 0, from, bytes, to + n, (int)(size - n - 1));
            n += units > 0 ? units : 0;
            from += bytes;
        }
    }
    to[n] = 0;
}

static BOOL session_word(Session *session, const char *name, const char *value)
{
    if (!strcmp(name, "id")) session->id = strtoul(value, NULL, 10);
    else if (!strcmp(name, "station")) decode(value, session->station, 33);
    else if (!strcmp(name, "user")) decode(value, session->user, LONGEST);
    else if (!strcmp(name, "domain")) decode(value, session->domain, LONGEST);
    else if (!strcmp(name, "client")) decode(value, session->client, LONGEST);
    else if (!strcmp(name, "state")) session->state = atoi(value);
    else if (!strcmp(name, "protocol")) session->protocol = atoi(value);
    else if (!strcmp(name, "lock")) session->lock = atoi(value);
    else if (!strcmp(name, "logon")) session->logon = strtoll(value, NULL, 10);
    else if (!strcmp(name, "input")) session->input = strtoll(value, NULL, 10);
    else if (!strcmp(name, "now")) session->now = strtoll(value, NULL, 10);
    else if (!strcmp(name, "token")) session->own_token = !strcmp(value, "self");
    else if (!strcmp(name, "address")) {
        unsigned a, b, c, d;
        session->has_address = sscanf(value, "%u.%u.%u.%u", &a, &b, &c, &d) == 4;
        BYTE address[] = {(BYTE)a, (BYTE)b, (BYTE)c, (BYTE)d};
        memcpy(session->address, address, 4);
        return session->has_address;
    } else return FALSE;
    return TRUE;
}

static BOOL session_line(Scenario *scenario, char *words)
{
    if (scenario->count == MOST_SESSIONS)
        return FALSE;
    Session *session = &scenario->sessions[scenario->count++];
    memset(session, 0, sizeof *session);
    session->lock = 1;
    wcscpy(session->station, L"Console");
    char *next = NULL;
    for (char *word = strtok_r(words, " ", &next); word; word = strtok_r(NULL, " ", &next)) {
        char *value = strchr(word, '=');
        if (!value)
            return FALSE;
        *value++ = 0;
        if (!session_word(session, word, value))
            return FALSE;
    }
    return TRUE;
}

static BOOL line_read(Scenario *scenario, char *line)
{
    if (!*line || *line == '#') return TRUE;
    if (!strcmp(line, "register refuse")) return scenario->refuse = TRUE;
    if (!strcmp(line, "notify never")) return scenario->silent = TRUE;
    if (!strcmp(line, "readings fail")) return scenario->fail = TRUE;
    if (!strncmp(line, "delay ", 6)) return (scenario->delay = strtoul(line + 6, NULL, 10)) > 0;
    return !strncmp(line, "session ", 8) && session_line(scenario, line + 8);
}

BOOL scenario_read(Scenario *scenario)
{
    memset(scenario, 0, sizeof *scenario);
    char *text = file_text();
    if (!text)
        return FALSE;
    BOOL good = TRUE;
    char *next = NULL;
    for (char *line = strtok_r(text, "\r\n", &next); line && good; line = strtok_r(NULL, "\r\n", &next)) {
        char copy[2048];
        snprintf(copy, sizeof copy, "%s", line);
        good = line_read(scenario, copy);
        if (!good)
            record("not understood: %s", line);
    }
    free(text);
    return good;
}

const char *recorded(const WCHAR *text, DWORD bytes, char *buffer, size_t size)
{
    size_t n = 0;
    for (DWORD i = 0; i < bytes / 2 && n + 8 < size; i++) {
        if (text[i] == '\n' || text[i] == '\\') {
            buffer[n++] = '\\';
            buffer[n++] = text[i] == '\n' ? 'n' : '\\';
        } else {
            int units = text[i] >= 0xD800 && text[i] < 0xDC00 && i + 1 < bytes / 2 ? 2 : 1;
            n += WideCharToMultiByte(CP_UTF8, 0, text + i, units, buffer + n, (int)(size - n), NULL, NULL);
            i += units - 1;
        }
    }
    buffer[n] = 0;
    return buffer;
}

void record(const char *format, ...)
{
    WCHAR path[MAX_PATH];
    char line[8192];
    va_list arguments;
    if (!path_of(L"WTS_RECORD", path))
        return;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line - 1, format, arguments);
    va_end(arguments);
    if (length > (int)sizeof line - 2)
        length = sizeof line - 2;
    line[length++] = '\n';
    HANDLE file = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_ALWAYS, 0, NULL);
    if (file != INVALID_HANDLE_VALUE) {
        DWORD written;
        WriteFile(file, line, length, &written, NULL);
        CloseHandle(file);
    }
}
