package org.rollcall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;

/** The sub-commands in the help's list, by what somebody wants; what is in no group comes last. */
final class CommandGroups {
    /** Each group's id, whose title is the text {@code group.ID}, and its commands in the order of use. */
    static final Map<String, List<String>> ALL = groups();

    private static final String OTHERS = "others";

    private CommandGroups() {}

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put(
                "board", List.of("who", "where", "rooms", "missing", "watch", "machine", "history", "last", "usage"));
        groups.put("machines", List.of("sessions", "processes", "host", "events", "help", "ask"));
        groups.put(
                "orders",
                List.of(
                        "message",
                        "logoff",
                        "disconnect",
                        "kill",
                        "restart",
                        "shutdown",
                        "cancel",
                        "wake",
                        "run",
                        "wake-neighbour"));
        groups.put("park", List.of("status", "fleet", "audit", "settings", "log", "loglevel", "export", "erase"));
        groups.put(
                "enrolment",
                List.of(
                        "waiting",
                        "enrolment",
                        "open-enrolment",
                        "close-enrolment",
                        "approve",
                        "refuse",
                        "renew-password",
                        "withdraw"));
        groups.put(
                "services",
                List.of("demo", "provision", "doctor", "check-config", "central", "agent", "backup", "restore"));
        groups.put("scripts", List.of("listen", "say", "completion", "version"));
        return groups;
    }

    /** The list as it is printed. */
    static String rendered(Help help, Terminal terminal) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        StringBuilder list = new StringBuilder();
        ALL.forEach((group, names) -> {
            Map<String, Help> members = new LinkedHashMap<>();
            names.stream().filter(left::containsKey).forEach(name -> members.put(name, left.remove(name)));
            append(list, group, members, help, terminal);
        });
        append(list, OTHERS, left, help, terminal);
        return list.toString();
    }

    private static void append(
            StringBuilder list, String group, Map<String, Help> members, Help help, Terminal terminal) {
        if (!members.isEmpty()) {
            list.append(help.createHeading("%n" + terminal.text("group." + group) + "%n"))
                    .append(help.commandList(members));
        }
    }

    /** Which commands are in no group: a test keeps it empty. */
    static List<String> ungrouped(Iterable<String> commands) {
        List<String> ungrouped = new ArrayList<>();
        for (String command : commands) {
            if (ALL.values().stream().noneMatch(group -> group.contains(command))) {
                ungrouped.add(command);
            }
        }
        return ungrouped;
    }
}
