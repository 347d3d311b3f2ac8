package org.rollcall.central.park;

/**
 * Who a login belongs to.
 *
 * @param login lower case, without the domain
 * @param fullName null when unknown
 * @param group the class or service that people know them by; null when unknown
 */
public record Person(String login, String fullName, String group, boolean staff) {}
