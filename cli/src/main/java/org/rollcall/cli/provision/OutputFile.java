package org.rollcall.cli.provision;

/**
 * A file to be written.
 *
 * @param kind who may read it, and whether it can be run
 */
record OutputFile(String name, String text, Kind kind) {

    enum Kind {
        PLAIN,
        PROGRAM,
        SECRET
    }

    /** Its text has a password in it. */
    @Override
    public String toString() {
        return name;
    }
}
