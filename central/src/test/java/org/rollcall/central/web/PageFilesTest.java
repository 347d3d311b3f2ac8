package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the content security policy asks of the pages' files, and that they find each other. */
class PageFilesTest {
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom |\\bimport |\\bimport\\()'([.][^']+)'");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"\\{\\{base}}/([^\"]+)\"");
    private static final Pattern OTHER_HOST = Pattern.compile("(?:https?:)?//[a-z0-9-]+\\.[a-z]");
    private static final Pattern INLINE = Pattern.compile("<[^>]*\\s(?:style|on[a-z]+)=");

    @Test
    void everyImportLeadsToAFile() {
        for (Path file : PageFiles.all(".js")) {
            IMPORT.matcher(PageFiles.text(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(wanted -> {
                        Path target = file.getParent().resolve(wanted).normalize();
                        boolean library = target.startsWith(PageFiles.root().resolve("lib"));
                        assertTrue(library || Files.isRegularFile(target), () -> file + " imports " + wanted);
                    });
        }
    }

    @Test
    void theFirstPageNamesFilesThatAreThere() {
        String page = PageFiles.text(PageFiles.root().resolve("index.html"));
        long links = LINK.matcher(page)
                .results()
                .peek(found ->
                        assertTrue(Files.isRegularFile(PageFiles.root().resolve(found.group(1))), found.group(1)))
                .count();
        assertTrue(links > 5, "links: " + links);
    }

    @Test
    void nothingComesFromAnotherHost() {
        for (String ending : new String[] {".js", ".css", ".html", ".svg"}) {
            for (Path file : PageFiles.all(ending)) {
                String text = PageFiles.text(file).replace("http://www.w3.org/2000/svg", "");
                assertFalse(OTHER_HOST.matcher(text).find(), file.toString());
            }
        }
    }

    @Test
    void noStyleOrHandlerIsWrittenInline() {
        for (String ending : new String[] {".js", ".html"}) {
            for (Path file : PageFiles.all(ending)) {
                assertFalse(INLINE.matcher(PageFiles.text(file)).find(), file.toString());
            }
        }
    }

    @Test
    void coloursAreNamedInOnePlace() {
        Pattern colour = Pattern.compile("#[0-9a-f]{3,8}\\b");
        for (Path file : PageFiles.all(".css")) {
            if (!file.endsWith("tokens.css")) {
                assertEquals(0, colour.matcher(PageFiles.text(file)).results().count(), file.toString());
            }
        }
    }
}
