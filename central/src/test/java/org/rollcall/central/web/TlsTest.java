package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    Path folder;

    @Test
    void theBoardIsServedOverTlsWithASecureCookieAndALiveFeed() throws Exception {
        SSLContext trusting = certificate("EC");
        try (TestServer server = new TestServer(settings())) {
            HttpClient client = HttpClient.newBuilder().sslContext(trusting).build();
            TestBrowser browser = new TestBrowser(client, "https", server.port());
            HttpResponse<String> answer = browser.post("/api/sign-in", "{\"name\":\"admin\",\"password\":\"admin\"}");
            assertTrue(answer.headers().firstValue("Set-Cookie").orElseThrow().contains("; Secure"));
            assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
            browser.signIn("admin");
            assertEquals("snapshot", browser.live("").next().get("type").getAsString());
        }
    }

    @Test
    void aRenewedCertificateIsTakenWithoutARestartAndABrokenOneIsNot() throws Exception {
        certificate("RSA");
        Certificate certificate = new Certificate(pem(), key());
        X509Certificate first = served(certificate);

        Files.writeString(key(), "half written");
        Files.setLastModifiedTime(key(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        certificate.reloadIfRenewed();
        assertEquals(first, served(certificate));

        certificate("RSA");
        Files.setLastModifiedTime(pem(), FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        certificate.reloadIfRenewed();
        assertNotEquals(first, served(certificate));
    }

    @Test
    void whatCannotBeReadIsSaidInOneSentence() throws Exception {
        certificate("RSA");
        Files.writeString(key(), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        IOException old = assertThrows(IOException.class, () -> PemKeyStore.read(pem(), key()));
        assertTrue(old.getMessage().contains("openssl pkcs8 -topk8"), old.getMessage());
        Files.writeString(pem(), "");
        IOException empty = assertThrows(IOException.class, () -> PemKeyStore.read(pem(), key()));
        assertTrue(empty.getMessage().contains("certificate-file"), empty.getMessage());
        assertThrows(IOException.class, () -> PemKeyStore.read(folder.resolve("none"), key()));
    }

    private WebSettings settings() {
        WebSettings plain = WebHarness.settings("127.0.0.1", 0, List.of());
        return new WebSettings(
                "127.0.0.1",
                0,
                pem(),
                key(),
                null,
                plain.trustedProxies(),
                plain.title(),
                plain.zone(),
                null,
                plain.privacy());
    }

    /** What a client sees. */
    private static X509Certificate served(Certificate certificate) throws Exception {
        certificate.context().start();
        SSLContext context = certificate.context().getSslContext();
        try (var listening =
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> {
                try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                    accepted.startHandshake();
                } catch (IOException clientSawEnough) {
                    // It looks at the certificate alone.
                }
            });
            server.start();
            SSLContext any = SSLContext.getInstance("TLS");
            any.init(null, new TrustManager[] {new TrustsAll()}, null);
            try (SSLSocket client = (SSLSocket)
                    any.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
                client.startHandshake();
                return (X509Certificate) client.getSession().getPeerCertificates()[0];
            } finally {
                server.join(5_000);
            }
        }
    }

    /** Writes both files, and gives what trusts them. */
    private SSLContext certificate(String algorithm) throws Exception {
        Path store = folder.resolve("store.p12");
        Files.deleteIfExists(store);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "password",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
        Files.writeString(pem(), text("CERTIFICATE", keys.getCertificate("web").getEncoded()));
        Files.writeString(
                key(),
                text("PRIVATE KEY", keys.getKey("web", "password".toCharArray()).getEncoded()));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("web", keys.getCertificate("web"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String text(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private Path pem() {
        return folder.resolve("certificate.pem");
    }

    private Path key() {
        return folder.resolve("key.pem");
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
