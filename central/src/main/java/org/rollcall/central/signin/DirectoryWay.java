package org.rollcall.central.signin;

import java.util.Locale;
import java.util.Optional;
import org.rollcall.central.access.Who;
import org.rollcall.central.directory.Account;
import org.rollcall.central.directory.Directory;
import org.rollcall.central.directory.DirectoryException;

/** Signs in by the directory: a bind as the person. */
public final class DirectoryWay implements PasswordWay {
    private final Directory directory;

    public DirectoryWay(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String method() {
        return "directory";
    }

    /** A login as Windows takes it, {@code IUT\anne} too; what has an @ is an XMPP account. */
    @Override
    public Optional<String> account(String typed) {
        String login = typed.substring(typed.lastIndexOf('\\') + 1).strip().toLowerCase(Locale.ROOT);
        return login.isEmpty() || login.indexOf('@') >= 0 ? Optional.empty() : Optional.of(login);
    }

    @Override
    public Optional<Who> check(String account, char[] password) throws UnavailableException {
        try {
            return directory.signIn(account, password).map(DirectoryWay::who);
        } catch (DirectoryException e) {
            throw new UnavailableException(e.getMessage(), e);
        }
    }

    static Who who(Account account) {
        return new Who(account.login(), account.name() == null ? account.login() : account.name(), account.groups());
    }
}
