package org.rollcall.central.web;

/** One person's right to know, and to be forgotten. */
public interface PersonalData {

    /** All that is kept of one login, as JSON. */
    String export(String login);

    /** Takes the name out of history and audit; returns how many sessions lost it. */
    long erase(String login);
}
