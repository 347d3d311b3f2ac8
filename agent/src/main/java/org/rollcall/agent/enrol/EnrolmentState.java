package org.rollcall.agent.enrol;

import org.rollcall.agent.log.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far enrolment has come, in one sentence; said in the log when it changes, not at each try. */
final class EnrolmentState {
    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentState.class);

    private volatile String sentence = "";

    /** What a person should know of. */
    void trouble(String now) {
        if (!now.equals(sentence)) {
            sentence = now;
            LOG.warn(EventId.ENROLMENT_WAITS.marker(), "Enrolment: {}", now);
        }
    }

    void enrolled(String now) {
        sentence = now;
        LOG.info(EventId.ENROLLED.marker(), "Enrolment: {}", now);
    }

    void progress(String now) {
        if (!now.equals(sentence)) {
            sentence = now;
            LOG.info("Enrolment: {}", now);
        }
    }

    /** The machine is signed in as itself. */
    void over() {
        sentence = "";
    }

    String sentence() {
        return sentence;
    }
}
