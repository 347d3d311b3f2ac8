/* The text file that the double plays. */
#ifndef SCENARIO_H
#define SCENARIO_H
#include <windows.h>

#define MOST_SESSIONS 64
#define LONGEST 300

typedef struct {
    DWORD id;
    WCHAR station[33], user[LONGEST], domain[LONGEST], client[LONGEST];
    int state, protocol, lock;
    LONGLONG logon, input, now;
    BYTE address[4];
    BOOL has_address, own_token;
} Session;

typedef struct {
    BOOL refuse, silent, fail;
    DWORD delay;
    int count;
    Session sessions[MOST_SESSIONS];
} Scenario;

/* FALSE when there is no file, or it has something that this does not know. */
BOOL scenario_read(Scenario *scenario);

/* Adds a line to the record. */
void record(const char *format, ...) __attribute__((format(gnu_printf, 1, 2)));

/* Text for a line of the record: UTF-8, with \n and \\. */
const char *recorded(const WCHAR *text, DWORD bytes, char *buffer, size_t size);

/* The windows that are told of changes. */
void notifier_add(HWND window);
void notifier_remove(HWND window);
#endif
