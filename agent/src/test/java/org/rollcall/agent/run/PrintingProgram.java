package org.rollcall.agent.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program for tests, the same on every system: prints, floods, waits, starts a child, exits. */
public final class PrintingProgram {

    public static List<String> commandLine(String... arguments) {
        try {
            Path classes = Path.of(PrintingProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> line = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
            line.add(classes.toString());
            line.add(PrintingProgram.class.getName());
            line.addAll(Arrays.asList(arguments));
            return line;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] words) throws IOException {
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "print" -> print(words[++i].getBytes(StandardCharsets.UTF_8));
                case "latin" -> print(words[++i].getBytes(StandardCharsets.ISO_8859_1));
                case "flood" -> print(new byte[Integer.parseInt(words[++i])]);
                case "environment" ->
                    print(String.valueOf(System.getenv(words[++i])).getBytes(StandardCharsets.UTF_8));
                case "child" -> {
                    Process child = new ProcessBuilder(commandLine("wait"))
                            .redirectInput(ProcessBuilder.Redirect.PIPE)
                            .start();
                    print((child.pid() + "\n").getBytes(StandardCharsets.UTF_8));
                }
                case "wait" -> waitForever();
                case "stdin" -> print(Integer.toString(System.in.read()).getBytes(StandardCharsets.UTF_8));
                case "exit" -> System.exit(Integer.parseInt(words[++i]));
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
    }

    private static void print(byte[] bytes) {
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    private static synchronized void waitForever() {
        while (true) {
            try {
                PrintingProgram.class.wait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private PrintingProgram() {}
}
