package org.rollcall.tests.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.XmppSettings;

/**
 * A program with any number of agents on made-up PCs: everything of the agent but its host is real. It reads words from
 * standard input: {@code start}, then {@code change N} (N sessions begin or end anywhere, spread over ten seconds)
 * or {@code turn N S} (one on each of the first N machines, spread over S seconds), and ends when its input does.
 */
public final class BenchPark {
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private final List<AgentService> agents = new ArrayList<>();
    private final List<BenchHost> hosts = new ArrayList<>();

    private BenchPark() {}

    /** @param arguments port, CA file, data folder, prefix of the accounts, how many; each password is "pw" */
    public static void main(String[] arguments) throws Exception {
        RecentLog log = AgentLog.start(null);
        BenchPark park = new BenchPark();
        int count = Integer.parseInt(arguments[4]);
        for (int i = 1; i <= count; i++) {
            park.add(
                    Integer.parseInt(arguments[0]),
                    Path.of(arguments[1]),
                    Path.of(arguments[2]),
                    arguments[3] + i,
                    log);
        }
        System.out.println("ready");
        park.obey();
        park.agents.parallelStream().forEach(AgentService::close);
    }

    private void add(int port, Path ca, Path data, String user, RecentLog log) throws IOException, DataFolderException {
        XmppSettings xmpp = new XmppSettings(
                "iut.rdz", "127.0.0.1", port, user, () -> "pw".toCharArray(), "agent", ca, null, null, null, false);
        BareJid central = JidCreate.bareFrom("windows@iut.rdz");
        AgentSettings settings = new AgentSettings(
                xmpp,
                central,
                new Access(Map.of(central, Role.ADMIN), Map.of(), null, central),
                data.resolve(user),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Map.of(),
                List.of());
        BenchHost host = new BenchHost(user.toUpperCase(Locale.ROOT));
        hosts.add(host);
        agents.add(new AgentService(settings, host, log));
    }

    private void obey() throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "start" -> agents.forEach(AgentService::start);
                case "turn" -> {
                    turn(Integer.parseInt(words[1]), Duration.ofSeconds(Integer.parseInt(words[2])));
                    System.out.println("changed");
                }
                default -> {
                    change(Integer.parseInt(words[1]));
                    System.out.println("changed");
                }
            }
        }
    }

    private void turn(int count, Duration time) throws InterruptedException {
        for (BenchHost host : hosts.subList(0, count)) {
            host.change();
            Thread.sleep(time.toMillis() / count);
        }
    }

    private void change(int count) throws InterruptedException {
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            hosts.get(random.nextInt(hosts.size())).change();
            Thread.sleep(SPREAD.toMillis() / count);
        }
    }
}
