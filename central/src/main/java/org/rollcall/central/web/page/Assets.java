package org.rollcall.central.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The files of the front end and of the library it stands on, under an address that changes with their content. */
public final class Assets {
    static final String ROOT = "/assets/";
    private static final String STATIC = "/org/rollcall/central/web/static/index.html";
    private static final String LIBRARY_PROPERTIES = "/META-INF/maven/org.webjars.npm/lit-html/pom.properties";
    private static final String LIBRARY_FILE = "/META-INF/resources/webjars/lit-html/%s/lit-html.js";
    private static final String LIBRARY = "lib/lit-html/";

    private final Supplier<Map<String, Asset>> files;
    private final String version;

    private Assets(Supplier<Map<String, Asset>> files, String version) {
        this.files = files;
        this.version = version;
    }

    /** As packaged: read once, kept in memory. */
    public static Assets packaged() {
        Map<String, byte[]> all = withLibrary(Folder.besideResource(STATIC));
        Map<String, Asset> files = assets(all);
        return new Assets(() -> files, digest(all));
    }

    /** For those who write the front end: read anew at each request, never cached by browsers. */
    public static Assets fromFolder(Path folder) {
        Map<String, Asset> library = assets(withLibrary(Map.of()));
        return new Assets(
                () -> {
                    Map<String, Asset> files = new HashMap<>(library);
                    files.putAll(assets(Folder.read(folder)));
                    return files;
                },
                null);
    }

    /** Where pages find them: {@code /assets/3f9c…}. */
    public String base() {
        return ROOT + (version == null ? "dev" : version);
    }

    /** Null when there is none of this name. */
    Asset find(String name) {
        return files.get().get(name);
    }

    /** Whether what is asked for under this version never changes. */
    boolean isFinal(String asked) {
        return asked.equals(version);
    }

    private static Map<String, byte[]> withLibrary(Map<String, byte[]> own) {
        Map<String, byte[]> all = new TreeMap<>(own);
        Folder.besideResource(String.format(LIBRARY_FILE, libraryVersion())).forEach((name, bytes) -> {
            if (name.endsWith(".js") && !name.startsWith("development/") && !name.startsWith("node/")) {
                all.put(LIBRARY + name, bytes);
            }
        });
        return all;
    }

    private static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in = Assets.class.getResourceAsStream(LIBRARY_PROPERTIES)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new IllegalStateException("lit-html's version cannot be read", e);
        }
        return properties.getProperty("version", "none");
    }

    private static Map<String, Asset> assets(Map<String, byte[]> files) {
        Map<String, Asset> assets = new HashMap<>();
        files.forEach((name, bytes) -> assets.put(name, Asset.of(name, bytes)));
        return assets;
    }

    private static String digest(Map<String, byte[]> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(bytes);
        });
        return Asset.digest(all.toByteArray());
    }
}
