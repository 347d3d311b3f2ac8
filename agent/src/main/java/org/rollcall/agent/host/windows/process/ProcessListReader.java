package org.rollcall.agent.host.windows.process;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.List;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.windows.bindings.NtDllEx;

/** Reads all processes in one call, into a buffer that grows with them. Safe for any thread. */
public final class ProcessListReader implements ProcessRows {
    /** Room for processes that start between the measuring and the reading. */
    private static final int SPARE = 64 * 1024;

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int TRIES = 8;

    private final NtDllEx nt;
    private volatile int size = 256 * 1024;

    public ProcessListReader(NtDllEx nt) {
        this.nt = nt;
    }

    @Override
    public List<ProcessRow> read() throws ReadingFailedException {
        int status = 0;
        for (int i = 0; i < TRIES && size <= LARGEST; i++) {
            int length = size;
            try (Memory buffer = new Memory(length)) {
                IntByReference needed = new IntByReference();
                status = nt.NtQuerySystemInformation(NtDllEx.SystemProcessInformation, buffer, length, needed);
                if (status == 0) {
                    int filled = needed.getValue() > 0 ? Math.min(needed.getValue(), length) : length;
                    return ProcessListParser.parse(buffer.getByteArray(0, filled), Pointer.nativeValue(buffer));
                }
                if (status != NtDllEx.STATUS_INFO_LENGTH_MISMATCH) {
                    break;
                }
                size = Math.max(length * 2, needed.getValue() + SPARE);
            } catch (IndexOutOfBoundsException e) {
                throw new ReadingFailedException("Windows' process list is damaged: " + e.getMessage(), e);
            }
        }
        throw new ReadingFailedException("NtQuerySystemInformation failed: status 0x" + Integer.toHexString(status));
    }
}
