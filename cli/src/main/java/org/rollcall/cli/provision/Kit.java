package org.rollcall.cli.provision;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.central.park.Place;
import org.rollcall.central.park.Room;
import org.rollcall.cli.provision.OutputFile.Kind;
import org.rollcall.xmpp.text.MachineName;

/** All files of a site, in one new folder: a kit that was handed out is never overwritten, as its passwords are in use. */
public final class Kit {
    private final List<OutputFile> files = new ArrayList<>();

    private Kit() {}

    public static Kit forProsody(Plan plan) {
        return of(plan, new ProsodyFiles());
    }

    public static Kit forEjabberd(Plan plan) {
        return of(plan, new EjabberdFiles());
    }

    private static Kit of(Plan plan, ServerFiles server) {
        Secrets secrets = new Secrets();
        List<Account> accounts = new ArrayList<>();
        plan.services().forEach(user -> accounts.add(new Account(user, null, secrets.next())));
        Kit kit = new Kit();
        StringBuilder machines = new StringBuilder("machine,user,password\n");
        if (plan.machineAccounts()) {
            for (Room room : plan.rooms()) {
                for (Place place : room.places()) {
                    Account account =
                            new Account(MachineName.localpart(place.machine()), place.machine(), secrets.next());
                    accounts.add(account);
                    machines.append(account.machine()).append(',').append(account.user());
                    machines.append(',').append(account.password()).append('\n');
                }
            }
        }
        kit.files.addAll(server.of(plan, accounts));
        kit.files.add(new OutputFile("central.toml", settings("central.toml", plan), Kind.PLAIN));
        kit.files.add(new OutputFile("cli.toml", settings("cli.toml", plan), Kind.PLAIN));
        for (Account account : accounts) {
            if (account.machine() == null) {
                kit.files.add(new OutputFile("secrets/" + account.user(), account.password() + "\n", Kind.SECRET));
            }
        }
        if (plan.machineAccounts()) {
            kit.files.add(new OutputFile("machines.csv", machines.toString(), Kind.SECRET));
        }
        return kit;
    }

    /** With the site's names; also its accounts' without a domain. */
    private static String settings(String template, Plan plan) {
        return new ServerTemplate(template)
                .of(plan)
                .put("ADMIN", plan.admin())
                .put("CENTRAL", plan.central())
                .toString();
    }

    /** The files' names, in the order in which people should read of them. */
    public List<String> names() {
        return files.stream().map(OutputFile::name).toList();
    }

    /**
     * Writes them into a folder that is not there yet, or is empty.
     *
     * @throws FileAlreadyExistsException when something lies there already; nothing is written then
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder, permissions(folder, "rwx------"));
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new FileAlreadyExistsException(folder.toString());
            }
        }
        for (OutputFile file : files) {
            Path path = folder.resolve(file.name());
            Files.createDirectories(path.getParent(), permissions(folder, "rwx------"));
            String mode = switch (file.kind()) {
                case PLAIN -> "rw-r--r--";
                case PROGRAM -> "rwx------";
                case SECRET -> "rw-------";
            };
            Files.createFile(path, permissions(folder, mode));
            Files.writeString(path, file.text(), StandardOpenOption.WRITE);
        }
    }

    private static FileAttribute<?>[] permissions(Path folder, String mode) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
