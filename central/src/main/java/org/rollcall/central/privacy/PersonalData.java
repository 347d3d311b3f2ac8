package org.rollcall.central.privacy;

/** All that is kept of one person: theirs to see and to have erased. The caller checks who asks, and writes the audit. */
public interface PersonalData {
    /** What stands where a name was erased. */
    String ERASED = "(erased)";

    /**
     * Sessions, their events, and what the person asked of Rollcall, as a JSON text for people to read.
     *
     * @param login in any case, without a domain
     */
    String export(String login);

    /**
     * Takes the name out of history and audit for good; counts stay. Accounts with the same login in other domains are
     * the same person.
     *
     * @return how many sessions lost the name
     */
    long erase(String login);
}
