package org.rollcall.agent.host.windows.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.host.windows.bindings.SYSTEM_PROCESS_INFORMATION;
import org.rollcall.agent.host.windows.bindings.SYSTEM_THREAD_INFORMATION;
import org.rollcall.agent.host.windows.bindings.UNICODE_STRING;

/** Builds what NtQuerySystemInformation writes. */
final class ProcessListFixture {
    static final long ADDRESS = 0x1_2345_6780L;

    private final List<ByteBuffer> entries = new ArrayList<>();

    ProcessListFixture add(long pid, String name, long createTime, int... waitReasons) {
        int threads = waitReasons.length * SYSTEM_THREAD_INFORMATION.SIZE;
        int nameAt = SYSTEM_PROCESS_INFORMATION.SIZE + threads;
        ByteBuffer entry =
                ByteBuffer.allocate((nameAt + 2 * name.length() + 15) & ~7).order(ByteOrder.LITTLE_ENDIAN);
        int start = entries.stream().mapToInt(ByteBuffer::capacity).sum();
        entry.putInt(SYSTEM_PROCESS_INFORMATION.NumberOfThreads, waitReasons.length);
        entry.putLong(SYSTEM_PROCESS_INFORMATION.CreateTime, createTime);
        entry.putLong(SYSTEM_PROCESS_INFORMATION.UserTime, 10_000_000L);
        entry.putLong(SYSTEM_PROCESS_INFORMATION.KernelTime, 5_000_000L);
        entry.putLong(SYSTEM_PROCESS_INFORMATION.UniqueProcessId, pid);
        entry.putLong(SYSTEM_PROCESS_INFORMATION.InheritedFromUniqueProcessId, 4);
        entry.putInt(SYSTEM_PROCESS_INFORMATION.SessionId, 1);
        entry.putLong(SYSTEM_PROCESS_INFORMATION.WorkingSetSize, 5L << 30);
        if (!name.isEmpty()) {
            int string = SYSTEM_PROCESS_INFORMATION.ImageName;
            entry.putShort(string + UNICODE_STRING.Length, (short) (2 * name.length()));
            entry.putLong(string + UNICODE_STRING.Buffer, ADDRESS + start + nameAt);
        }
        for (int i = 0; i < waitReasons.length; i++) {
            int at = SYSTEM_PROCESS_INFORMATION.SIZE + i * SYSTEM_THREAD_INFORMATION.SIZE;
            entry.putInt(at + SYSTEM_THREAD_INFORMATION.ThreadState, SYSTEM_THREAD_INFORMATION.Waiting);
            entry.putInt(at + SYSTEM_THREAD_INFORMATION.WaitReason, waitReasons[i]);
        }
        for (int i = 0; i < name.length(); i++) {
            entry.putChar(nameAt + 2 * i, name.charAt(i));
        }
        entries.add(entry);
        return this;
    }

    byte[] build() {
        ByteBuffer all = ByteBuffer.allocate(
                entries.stream().mapToInt(ByteBuffer::capacity).sum());
        for (int i = 0; i < entries.size(); i++) {
            ByteBuffer entry = entries.get(i);
            entry.putInt(SYSTEM_PROCESS_INFORMATION.NextEntryOffset, i == entries.size() - 1 ? 0 : entry.capacity());
            all.put(entry.array());
        }
        return all.array();
    }
}
