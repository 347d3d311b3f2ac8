package org.rollcall.tests.msi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.Tool;

/** Signatures: a site's own on what has none, and others' that must stay as they are. */
class SigningIT {
    @TempDir
    Path folder;

    @Test
    void whatIsUnsignedAndThePackageAreSignedOnDemand() throws Exception {
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=Site-CA");
        openssl("req -newkey rsa:2048 -nodes -keyout site.key -out site.csr -subj /CN=Site-signer");
        Files.writeString(folder.resolve("use"), "extendedKeyUsage=codeSigning\nkeyUsage=digitalSignature\n");
        openssl("x509 -req -in site.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile use -out site.pem");

        Path made = Packages.build(
                Packages.jars(),
                "--version",
                "1.9.9",
                "--sign",
                folder.resolve("site.pem").toString(),
                folder.resolve("site.key").toString());

        String table = Files.readString(made.resolve("rollcall-1.9.9.txt"));
        for (String file : new String[] {"bin/jnidispatch.dll", "bin/rollcall-events.dll"}) {
            assertTrue(table.lines().anyMatch(line -> line.contains("Site-signer") && line.endsWith(file)), table);
        }
        assertTrue(table.contains("Eclipse Foundation") && table.contains("The Apache Software Foundation"), table);
        String verified = Tool.run(
                folder,
                "osslsigncode",
                "verify",
                "-CAfile",
                "ca.pem",
                "-in",
                made.resolve("rollcall-1.9.9.msi").toString());
        assertTrue(verified.contains("Signature verification: ok"), verified);
    }

    @Test
    void aSignedFileThatChangedIsFound() throws Exception {
        Path procrun = Path.of(Tool.run(
                        folder,
                        Project.root().resolve("installer/windows/fetch").toString(),
                        "procrun")
                .strip());
        Tool.run(folder, "unzip", "-q", procrun.toString(), "amd64/prunsrv.exe", "-d", "payload");
        Path program = folder.resolve("payload/amd64/prunsrv.exe");
        byte[] bytes = Files.readAllBytes(program);
        bytes[bytes.length / 2] ^= 1;
        Files.write(program, bytes);

        String said = failing(procrun);
        assertTrue(said.contains("prunsrv.exe is signed by The Apache Software Foundation, but was changed"), said);

        // The same when the changed file is what is given as the input.
        Path patched = folder.resolve("patched.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(patched))) {
            zip.putNextEntry(new ZipEntry("prunsrv.exe"));
            zip.write(bytes);
        }
        said = failing(patched);
        assertTrue(said.contains("prunsrv.exe is not what The Apache Software Foundation signed"), said);
    }

    private String failing(Path input) {
        String command = Project.root().resolve("installer/windows/signatures") + " payload " + input;
        return Tool.run(folder, "sh", "-c", "if " + command + " 2>&1; then exit 1; fi");
    }

    private void openssl(String arguments) {
        Tool.run(folder, ("openssl " + arguments).split(" "));
    }
}
