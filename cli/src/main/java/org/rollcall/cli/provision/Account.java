package org.rollcall.cli.provision;

/**
 * An account to be made.
 *
 * @param machine whose it is; null: a service's
 */
record Account(String user, String machine, String password) {

    @Override
    public String toString() {
        return user;
    }
}
