package org.rollcall.agent.host.windows.process;

/**
 * One process as Windows wrote it, nothing cleaned or interpreted. Times are FILETIMEs or their units.
 *
 * @param suspended whether every thread is
 */
public record ProcessRow(
        long pid,
        long parent,
        String name,
        int session,
        long createTime,
        long userTime,
        long kernelTime,
        long workingSet,
        int threads,
        boolean suspended) {}
