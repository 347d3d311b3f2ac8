package org.rollcall.central.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollcall.central.access.Who;
import org.rollcall.central.directory.Account;
import org.rollcall.central.directory.Directory;
import org.rollcall.central.directory.DirectoryException;

/** Signs in by the directory: a bind as the person. */
public final class DirectoryWay implements PasswordWay {
    private final Directory directory;
    private final Predicate<String> principals;

    /** @param principals which names with an @ are the directory's, in lower case */
    public DirectoryWay(Directory directory, Predicate<String> principals) {
        this.directory = directory;
        this.principals = principals;
    }

    @Override
    public String method() {
        return "directory";
    }

    /** A login as Windows takes it, {@code IUT\anne} too; what has an @ may be an XMPP account. */
    @Override
    public Optional<String> account(String typed) {
        String login = typed.substring(typed.lastIndexOf('\\') + 1).strip().toLowerCase(Locale.ROOT);
        boolean ours = login.indexOf('@') < 0 || principals.test(login);
        return login.isEmpty() || !ours ? Optional.empty() : Optional.of(login);
    }

    /** {@code anne@iut.rdz} is most likely {@code anne}: together they have as many tries as one. */
    @Override
    public String counted(String account) {
        int at = account.indexOf('@');
        return at > 0 ? account.substring(0, at) : account;
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
