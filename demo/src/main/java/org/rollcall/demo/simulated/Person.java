package org.rollcall.demo.simulated;

/** Somebody with an account. */
record Person(String login, String fullName, String sid, String group, boolean staff) {}
