package org.rollcall.cli.provision;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.central.park.Place;
import org.rollcall.central.park.Room;
import org.rollcall.cli.provision.OutputFile.Kind;
import org.rollcall.xmpp.text.MachineName;

/** ejabberd's settings, its accounts in XEP-0227's form, and a script that brings accounts and groups in. */
final class EjabberdFiles implements ServerFiles {

    @Override
    public List<OutputFile> of(Plan plan, List<Account> accounts) {
        ServerTemplate settings = new ServerTemplate("ejabberd.yml").of(plan);
        settings.put("    user: []", "    user: " + Plan.ENROLLER + "@" + plan.domain());
        List<OutputFile> files = new ArrayList<>();
        files.add(new OutputFile("ejabberd.yml", settings.toString(), Kind.PLAIN));
        files.add(new OutputFile("accounts.xml", accounts(plan, accounts), Kind.SECRET));
        files.add(new OutputFile("accounts.sh", script(plan), Kind.PROGRAM));
        return files;
    }

    /** XEP-0227 §4: `ejabberdctl register` would show each password to every user of the computer. */
    private static String accounts(Plan plan, List<Account> accounts) {
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n");
        xml.append("<server-data xmlns='urn:xmpp:pie:0'>\n  <host jid='")
                .append(plan.domain())
                .append("'>\n");
        for (Account account : accounts) {
            xml.append("    <user name='").append(escaped(account.user())).append("' password='");
            xml.append(account.password()).append("'/>\n");
        }
        return xml.append("  </host>\n</server-data>\n").toString();
    }

    /**
     * Each room's group sees central, which sees all of them; machines do not see each other. All groups come before the
     * first member: ejabberd 23.01 fails at a member of a group that shows one that is not there yet.
     */
    private static String script(Plan plan) {
        StringBuilder groups = new StringBuilder(
                new ServerTemplate("ejabberd-accounts.sh").of(plan).toString());
        if (plan.rooms().isEmpty()) {
            return groups.toString();
        }
        StringBuilder members = new StringBuilder();
        String host = " " + plan.domain();
        List<String> rooms = new ArrayList<>();
        for (Room room : plan.rooms()) {
            String group = quoted(room.name());
            rooms.add(room.name());
            groups.append("ejabberdctl srg_create ").append(group).append(host);
            groups.append(' ').append(group).append(" \"\" central\n");
            for (Place place : room.places()) {
                String account = quoted(MachineName.localpart(place.machine()));
                member(members, account + host + " " + group + host);
            }
        }
        groups.append("ejabberdctl srg_create central").append(host).append(" Central \"\" ");
        groups.append(quoted(String.join("\\n", rooms))).append('\n');
        member(members, quoted(plan.central()) + host + " central" + host);
        return groups.append(members).toString();
    }

    private static void member(StringBuilder script, String arguments) {
        script.append("ejabberdctl srg_user_add ").append(arguments).append('\n');
    }

    /** For the shell: nothing between single quotes has a meaning there. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
