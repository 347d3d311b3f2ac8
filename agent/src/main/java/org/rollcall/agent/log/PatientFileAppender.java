package org.rollcall.agent.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * A file that may be missing for a while, as the disk is full or read-only. Logback's own appender never tries again
 * when the file could not be opened, and waits up to five minutes when a line could not be written: the line that says
 * that all is well again would be missing.
 */
final class PatientFileAppender extends RollingFileAppender<ILoggingEvent> {
    private volatile boolean begun;
    private volatile boolean closed;

    @Override
    public void start() {
        begun = true;
        super.start();
    }

    @Override
    public void stop() {
        closed = true;
        super.stop();
    }

    @Override
    public void doAppend(ILoggingEvent event) {
        // At each line, of which there are few: the next one may be the last for hours.
        if (!isStarted() && begun && !closed) {
            start();
        }
        if (isStarted()) {
            super.doAppend(event);
        }
    }

    /** A stream that fails, which ends the appender for now, where logback's own would keep the failure to itself. */
    @Override
    public void openFile(String name) throws IOException {
        streamWriteLock.lock();
        try {
            boolean torn = torn(new File(name));
            FileOutputStream out = new FileOutputStream(name, true);
            setOutputStream(out);
            if (torn) {
                out.write('\n');
            }
        } finally {
            streamWriteLock.unlock();
        }
    }

    /** Whether the last line is a part of one, as the disk took no more. */
    private static boolean torn(File file) throws IOException {
        if (!file.exists() || file.length() == 0) {
            return false;
        }
        try (RandomAccessFile last = new RandomAccessFile(file, "r")) {
            last.seek(file.length() - 1);
            return last.read() != '\n';
        }
    }
}
