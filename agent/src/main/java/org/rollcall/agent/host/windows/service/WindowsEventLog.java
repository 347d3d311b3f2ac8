package org.rollcall.agent.host.windows.service;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import org.rollcall.agent.log.EventId;
import org.rollcall.agent.log.EventSink;

/**
 * The Application log, source {@code Rollcall}, whose message DLL the installer registers.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-reporteventw">ReportEventW</a>
 */
public final class WindowsEventLog implements EventSink {
    private final HANDLE source;

    public WindowsEventLog(String source) {
        this.source = Advapi32.INSTANCE.RegisterEventSource(null, source);
    }

    @Override
    public void report(EventId id, String text) {
        if (source != null) {
            // What Windows answers has nowhere to go: this is where a failure would be told.
            Advapi32.INSTANCE.ReportEvent(
                    source, type(id.severity()), 0, id.identifier(), null, 1, 0, new String[] {text}, null);
        }
    }

    private static int type(EventId.Severity severity) {
        return switch (severity) {
            case ERROR -> WinNT.EVENTLOG_ERROR_TYPE;
            case WARNING -> WinNT.EVENTLOG_WARNING_TYPE;
            case INFORMATIONAL -> WinNT.EVENTLOG_INFORMATION_TYPE;
        };
    }
}
