package org.rollcall.demo.view;

/** Colours where there is a terminal that shows them, and nothing elsewhere. */
final class Paint {
    private final boolean on;

    Paint(boolean on) {
        this.on = on;
    }

    String bold(String text) {
        return with("1", text);
    }

    String green(String text) {
        return with("32", text);
    }

    String yellow(String text) {
        return with("33", text);
    }

    String red(String text) {
        return with("31", text);
    }

    String dim(String text) {
        return with("2", text);
    }

    private String with(String code, String text) {
        return on ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
