package org.rollcall.tests.wine;

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.log.EventId;

/** Runs on the Windows runtime: has Windows make each event's text of a message DLL, as the event viewer does. */
public final class EventTextsProbe {
    private static final int LOAD_LIBRARY_AS_DATAFILE = 2;
    private static final int ENGLISH = 0x0409;
    private static final int FRENCH = 0x040C;

    private EventTextsProbe() {}

    public static void main(String[] dllAndOutput) throws IOException {
        HMODULE dll = Kernel32.INSTANCE.LoadLibraryEx(dllAndOutput[0], null, LOAD_LIBRARY_AS_DATAFILE);
        List<String> texts = new ArrayList<>();
        for (EventId id : EventId.values()) {
            texts.add(text(dll, id, ENGLISH));
            texts.add(text(dll, id, FRENCH));
        }
        Files.write(Path.of(dllAndOutput[1]), texts);
    }

    private static String text(HMODULE dll, EventId id, int language) {
        try (Memory insert = new Memory(64);
                Memory inserts = new Memory(8)) {
            insert.setWideString(0, "the line");
            inserts.setPointer(0, insert);
            PointerByReference made = new PointerByReference();
            int length = Kernel32.INSTANCE.FormatMessage(
                    WinBase.FORMAT_MESSAGE_FROM_HMODULE
                            | WinBase.FORMAT_MESSAGE_ARGUMENT_ARRAY
                            | WinBase.FORMAT_MESSAGE_ALLOCATE_BUFFER,
                    dll.getPointer(),
                    id.identifier(),
                    language,
                    made,
                    0,
                    inserts);
            return length == 0
                    ? "none"
                    : made.getValue().getWideString(0).replace("\r\n", "|").replaceAll("\\|$", "");
        }
    }
}
