package org.rollcall.agent.host.portable;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The kernel's small files: read in one go, and never more than a bound. */
final class SmallFile {
    private static final int LARGEST = 1024 * 1024;

    private SmallFile() {}

    /** Fills the buffer from a file's start; what does not fit is left. */
    static int read(String file, byte[] buffer) throws IOException {
        // FileInputStream: half the cost of a channel for files that the kernel makes as they are read.
        try (FileInputStream in = new FileInputStream(file)) {
            int length = 0;
            while (length < buffer.length) {
                int n = in.read(buffer, length, buffer.length - length);
                if (n < 0) {
                    break;
                }
                length += n;
            }
            return length;
        }
    }

    static String text(Path file) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }

    /** The first line, trimmed; null when it is blank or the file is absent or may not be read. */
    static String lineOrNull(Path file) {
        try {
            String text = text(file).strip();
            int end = text.indexOf('\n');
            String line = end < 0 ? text : text.substring(0, end).strip();
            return line.isEmpty() ? null : line;
        } catch (IOException e) {
            return null;
        }
    }
}
