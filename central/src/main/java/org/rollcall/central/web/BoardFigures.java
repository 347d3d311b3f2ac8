package org.rollcall.central.web;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;

/** The figures, each read when it is asked for. */
final class BoardFigures {
    private BoardFigures() {}

    /** @param pages how many pages of the web board are open */
    static PrometheusRegistry registry(BoardView board, ServiceFigures figures, Reading pages) {
        PrometheusRegistry registry = new PrometheusRegistry();
        GaugeWithCallback.builder()
                .name("rollcall_machines")
                .help("Machines by what they are doing")
                .labelNames("condition")
                .callback(all -> conditions(board).forEach((condition, count) -> all.call(count, condition.id())))
                .register(registry);
        gauge(
                registry,
                "rollcall_link_up",
                "1 while central hears the machines",
                () -> board.link().up() ? 1 : 0);
        gauge(
                registry,
                "rollcall_store_up",
                "1 while the store can be written to",
                () -> figures.storeWritable() ? 1 : 0);
        gauge(registry, "rollcall_web_pages", "Pages of the web board that are open", pages);
        counter(registry, "rollcall_events_committed", "Events stored since the start", figures::eventsCommitted);
        counter(registry, "rollcall_commits", "Commits since the start", figures::commits);
        counter(registry, "rollcall_commit_seconds", "Time spent in commits", figures::commitSeconds);
        jvm(registry);
        return registry;
    }

    private static void jvm(PrometheusRegistry registry) {
        Runtime runtime = Runtime.getRuntime();
        gauge(registry, "jvm_memory_used_bytes", "Heap in use", () -> runtime.totalMemory() - runtime.freeMemory());
        gauge(registry, "jvm_memory_max_bytes", "Heap at most", runtime::maxMemory);
        gauge(
                registry,
                "jvm_threads_current",
                "Threads",
                () -> ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                registry,
                "process_start_time_seconds",
                "When it started, since 1970",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0);
    }

    private static Map<Condition, Integer> conditions(BoardView board) {
        Map<Condition, Integer> counts = new EnumMap<>(Condition.class);
        for (Condition condition : Condition.values()) {
            counts.put(condition, 0);
        }
        for (MachineNow machine : board.machines()) {
            counts.merge(machine.condition(), 1, Integer::sum);
        }
        return counts;
    }

    interface Reading {
        double read();
    }

    private static void gauge(PrometheusRegistry registry, String name, String help, Reading reading) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(one -> one.call(reading.read()))
                .register(registry);
    }

    private static void counter(PrometheusRegistry registry, String name, String help, Reading reading) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(one -> one.call(reading.read()))
                .register(registry);
    }
}
