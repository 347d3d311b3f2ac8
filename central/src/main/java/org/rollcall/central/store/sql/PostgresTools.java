package org.rollcall.central.store.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;

/** PostgreSQL's own programs for back-ups. The password goes by the environment, which only the same user can read. */
final class PostgresTools {
    private static final int LONGEST_HOURS = 2;
    private static final int LONGEST_WORDS = 2_000;

    private static final Pattern SCHEMA = Pattern.compile("[?&]currentSchema=([^&,]+)");

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
            List<String> dump = new ArrayList<>(List.of("--format=custom", "--no-owner", "--file=" + unfinished));
            schema().ifPresent(name -> dump.add("--schema=" + name));
            run("pg_dump", dump);
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
                List.of(
                        "--clean",
                        "--if-exists",
                        "--no-owner",
                        "--single-transaction",
                        "--exit-on-error",
                        file.toAbsolutePath().toString()));
    }

    /** What follows the question mark is JDBC's own, and PostgreSQL's programs do not know it. */
    private String uri() {
        String url = settings.url().substring("jdbc:".length());
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Where the address names one, the store is that schema and the rest of the database somebody else's. */
    private Optional<String> schema() {
        Matcher named = SCHEMA.matcher(settings.url());
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private void run(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(program, "--no-password", "--dbname=" + uri()));
        if (settings.user() != null) {
            words.add("--username=" + settings.user());
        }
        words.addAll(arguments);
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
                throw new StoreException(program + " failed: " + shown, null);
            }
        } catch (IOException e) {
            throw new StoreException(
                    program + " cannot be started (" + e.getMessage() + "): install postgresql-client", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(program + " was interrupted", e);
        }
    }
}
