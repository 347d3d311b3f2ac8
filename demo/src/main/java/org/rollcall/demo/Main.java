package org.rollcall.demo;

/** The whole {@code rollcall} command, demo included. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(org.rollcall.cli.Main.run(
                arguments, (rollcall, terminal) -> rollcall.addSubcommand(new DemoVerb(terminal))));
    }
}
