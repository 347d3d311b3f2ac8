package org.rollcall.agent.host.windows.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.host.windows.bindings.SYSTEM_PROCESS_INFORMATION;
import org.rollcall.agent.host.windows.bindings.SYSTEM_THREAD_INFORMATION;
import org.rollcall.agent.host.windows.bindings.UNICODE_STRING;

/** Reads the chain of SYSTEM_PROCESS_INFORMATION that NtQuerySystemInformation fills a buffer with. */
final class ProcessListParser {
    private final ByteBuffer buffer;
    private final long address;

    /** @param address where the buffer lay when it was filled: names are pointers into it */
    private ProcessListParser(byte[] bytes, long address) {
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.address = address;
    }

    /** @throws IndexOutOfBoundsException when the list is not what it should be */
    static List<ProcessRow> parse(byte[] bytes, long address) {
        ProcessListParser parser = new ProcessListParser(bytes, address);
        List<ProcessRow> rows = new ArrayList<>();
        int next;
        for (int at = 0; ; at += next) {
            rows.add(parser.row(at));
            next = parser.buffer.getInt(at + SYSTEM_PROCESS_INFORMATION.NextEntryOffset);
            if (next == 0) {
                return rows;
            }
            if (next < SYSTEM_PROCESS_INFORMATION.SIZE) {
                throw new IndexOutOfBoundsException("an entry of " + next + " bytes");
            }
        }
    }

    private ProcessRow row(int at) {
        int threads = buffer.getInt(at + SYSTEM_PROCESS_INFORMATION.NumberOfThreads);
        return new ProcessRow(
                buffer.getLong(at + SYSTEM_PROCESS_INFORMATION.UniqueProcessId),
                buffer.getLong(at + SYSTEM_PROCESS_INFORMATION.InheritedFromUniqueProcessId),
                text(at + SYSTEM_PROCESS_INFORMATION.ImageName),
                buffer.getInt(at + SYSTEM_PROCESS_INFORMATION.SessionId),
                buffer.getLong(at + SYSTEM_PROCESS_INFORMATION.CreateTime),
                buffer.getLong(at + SYSTEM_PROCESS_INFORMATION.UserTime),
                buffer.getLong(at + SYSTEM_PROCESS_INFORMATION.KernelTime),
                buffer.getLong(at + SYSTEM_PROCESS_INFORMATION.WorkingSetSize),
                threads,
                suspended(at, threads));
    }

    private String text(int at) {
        int bytes = buffer.getShort(at + UNICODE_STRING.Length) & 0xFFFF;
        long pointer = buffer.getLong(at + UNICODE_STRING.Buffer);
        if (bytes == 0 || pointer == 0) {
            return "";
        }
        long start = pointer - address;
        if (start < 0 || start + bytes > buffer.capacity()) {
            throw new IndexOutOfBoundsException("a name outside the list");
        }
        char[] chars = new char[bytes / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = buffer.getChar((int) start + 2 * i);
        }
        return new String(chars);
    }

    private boolean suspended(int at, int threads) {
        for (int i = 0; i < threads; i++) {
            int thread = at + SYSTEM_PROCESS_INFORMATION.SIZE + i * SYSTEM_THREAD_INFORMATION.SIZE;
            if (buffer.getInt(thread + SYSTEM_THREAD_INFORMATION.ThreadState) != SYSTEM_THREAD_INFORMATION.Waiting
                    || buffer.getInt(thread + SYSTEM_THREAD_INFORMATION.WaitReason)
                            != SYSTEM_THREAD_INFORMATION.Suspended) {
                return false;
            }
        }
        return threads > 0;
    }
}
