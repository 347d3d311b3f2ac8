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

    /** Each room's group sees central, which sees all of them; machines do not see each other. */
    private static String script(Plan plan) {
        StringBuilder script = new StringBuilder(
                new ServerTemplate("ejabberd-accounts.sh").of(plan).toString());
        String host = " " + plan.domain();
        List<String> rooms = new ArrayList<>();
        for (Room room : plan.rooms()) {
            String group = quoted(room.name());
            rooms.add(room.name());
            script.append("ejabberdctl srg_create ").append(group).append(host);
            script.append(' ').append(group).append(" \"\" central\n");
            for (Place place : room.places()) {
                script.append("ejabberdctl srg_user_add ");
                script.append(quoted(MachineName.localpart(place.machine()))).append(host);
                script.append(' ').append(group).append(host).append('\n');
            }
        }
        if (!rooms.isEmpty()) {
            script.append("ejabberdctl srg_create central").append(host).append(" Central \"\" ");
            script.append(quoted(String.join("\\n", rooms))).append('\n');
            script.append("ejabberdctl srg_user_add ")
                    .append(quoted(plan.central()))
                    .append(host);
            script.append(" central").append(host).append('\n');
        }
        return script.toString();
    }

    /** For the shell: nothing between single quotes has a meaning there. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
