package org.rollcall.central.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files of a folder, read whole; on disk, or in a jar of the class path. */
final class Folder {
    private Folder() {}

    /** @return bytes by relative name with slashes; empty when the folder is not there */
    static Map<String, byte[]> read(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** @param file that lies in the folder: jars need not list their folders */
    static Map<String, byte[]> besideResource(String file) {
        URL url = Folder.class.getResource(file);
        if (url == null) {
            return Map.of();
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri).getParent());
            }
            String text = uri.toString();
            URI jar = URI.create(text.substring("jar:".length(), text.indexOf("!/")));
            try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar))) {
                return read(
                        inside.getPath(text.substring(text.indexOf("!/") + 1)).getParent());
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the files of the web board cannot be read at " + url, e);
        }
    }
}
