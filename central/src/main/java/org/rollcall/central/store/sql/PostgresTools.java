package org.rollcall.central.store.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;

/** PostgreSQL's own programs for back-ups. The password goes by the environment, which only the same user can read. */
final class PostgresTools {
    private static final int LONGEST_HOURS = 2;
    private static final int LONGEST_WORDS = 2_000;

    private final StoreSettings settings;

    PostgresTools(StoreSettings settings) {
        this.settings = settings;
    }

    void dump(Path file) {
        Path unfinished = Path.of(file.toAbsolutePath() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished);
            OwnerOnly.make(unfinished);
            run("pg_dump", "--format=custom", "--no-owner", "--file=" + unfinished, "--dbname=" + uri());
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("the store cannot be backed up to " + file + ": " + e, e);
        }
    }

    /** All of it or nothing: in one transaction. */
    void restore(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("there is no back-up " + file, null);
        }
        run(
                "pg_restore",
                "--clean",
                "--if-exists",
                "--no-owner",
                "--single-transaction",
                "--exit-on-error",
                "--dbname=" + uri(),
                file.toAbsolutePath().toString());
    }

    /** What follows the question mark is JDBC's own, and PostgreSQL's programs do not know it. */
    private String uri() {
        String url = settings.url().substring("jdbc:".length());
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private void run(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        if (settings.user() != null) {
            words.add(1, "--username=" + settings.user());
        }
        words.add(1, "--no-password");
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        if (settings.password() != null) {
            builder.environment()
                    .put("PGPASSWORD", new String(settings.password().get()));
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(LONGEST_HOURS, TimeUnit.HOURS) || process.exitValue() != 0) {
                process.destroyForcibly();
                String shown = said.length() <= LONGEST_WORDS ? said : said.substring(0, LONGEST_WORDS) + "…";
                throw new StoreException(command[0] + " failed: " + shown, null);
            }
        } catch (IOException e) {
            throw new StoreException(
                    command[0] + " cannot be started (" + e.getMessage() + "): install postgresql-client", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(command[0] + " was interrupted", e);
        }
    }
}
