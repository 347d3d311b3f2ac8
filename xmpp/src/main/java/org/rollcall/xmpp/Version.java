package org.rollcall.xmpp;

/** Which Rollcall this is. */
public final class Version {
    private Version() {}

    /** From the jar's manifest; {@code development} where the classes do not come from a jar. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
