package org.rollcall.cli.doctor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jivesoftware.smack.SmackException;

/** Everything that an account sees of its server. */
final class InsideLook {
    private final Account account;
    private final VersionCheck version = new VersionCheck();
    private final List<InsideCheck> checks;

    /** @param administrator whether the account is the one that is to add accounts */
    InsideLook(Account account, boolean administrator, InstantSource clock) {
        this.account = account;
        // The large one last: what is too large for the server costs us the stream.
        this.checks = List.of(
                version,
                new ClockCheck(clock),
                new AccountsCheck(administrator),
                new StorageCheck(),
                new LargeStanzaCheck());
    }

    /** Whose server it is, once {@link #findings} has looked. */
    ServerKind server() {
        return version.server();
    }

    /** @throws SmackException when the server is gone or silent */
    List<Finding> findings() throws SmackException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (InsideCheck check : checks) {
            findings.addAll(check.look(account));
        }
        return findings;
    }
}
