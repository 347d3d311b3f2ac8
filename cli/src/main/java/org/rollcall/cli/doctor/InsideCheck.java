package org.rollcall.cli.doctor;

import java.util.List;
import org.jivesoftware.smack.SmackException;

/** One thing that an account sees of its server. */
interface InsideCheck {

    /** @throws SmackException when the server is gone or silent */
    List<Finding> look(Account account) throws SmackException, InterruptedException;
}
