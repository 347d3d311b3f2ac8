package org.rollcall.central.web;

import java.time.Duration;

/**
 * What {@code /privacy} tells everybody.
 *
 * @param controller who answers for it, as people call it; null when the settings do not say
 * @param contact whom to ask; null when the settings do not say
 * @param staffProcessesHidden whether viewers are kept from the processes of staff
 */
public record PrivacyFacts(
        Duration history,
        Duration audit,
        Duration logs,
        String controller,
        String contact,
        boolean staffProcessesHidden) {}
