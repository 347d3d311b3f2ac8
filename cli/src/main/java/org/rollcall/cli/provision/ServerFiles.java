package org.rollcall.cli.provision;

import java.util.List;

/** What one kind of server needs. */
interface ServerFiles {

    /** In the order in which people should read of them. */
    List<OutputFile> of(Plan plan, List<Account> accounts);
}
