package org.rollcall.cli.settings;

import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.text.Messages;

/** The tables of docs/settings.md, made of the lists of settings. */
final class SettingsPage {
    private SettingsPage() {}

    static String table(List<Setting<?>> settings) {
        Messages types = Messages.beside(Setting.class, Locale.ENGLISH);
        StringBuilder table = new StringBuilder("| key | value | default | what it is for |\n|---|---|---|---|\n");
        for (Setting<?> setting : settings) {
            String fallback = setting.defaultText(Locale.ENGLISH);
            boolean written = setting.fallback() != null && !fallback.isEmpty();
            table.append("| `")
                    .append(setting.key())
                    .append("` | ")
                    .append(types.text("type." + setting.type().id()))
                    .append(" | ")
                    .append(written ? "`" + fallback + "`" : fallback.isEmpty() ? "none" : fallback)
                    .append(" | ")
                    .append(setting.help(Locale.ENGLISH))
                    .append(" |\n");
        }
        return table.toString();
    }
}
