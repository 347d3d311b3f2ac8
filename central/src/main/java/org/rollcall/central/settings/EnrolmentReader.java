package org.rollcall.central.settings;

import java.nio.file.Path;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.rollcall.xmpp.settings.BadValueException;
import org.rollcall.xmpp.settings.JidTypes;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.SecretFile;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.Values;
import org.rollcall.xmpp.settings.XmppKeys;

/** Makes the settings of {@code [enrol]}, and says which accounts must not be one and the same. */
final class EnrolmentReader {
    private final Values values;
    private final Problems problems;

    private EnrolmentReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** Null where central manages no accounts. */
    static CentralSettings.Enrolment read(Values values, Problems problems) {
        return new EnrolmentReader(values, problems).enrolment();
    }

    private CentralSettings.Enrolment enrolment() {
        String adminUser = values.get(CentralKeys.ENROL_ADMIN_USER);
        Path password = values.get(CentralKeys.ENROL_ADMIN_PASSWORD_FILE);
        if (adminUser == null || password == null) {
            return null;
        }
        BareJid account = values.get(CentralKeys.ENROL_ACCOUNT);
        BareJid admin = admin(adminUser);
        BareJid central = jid(values.get(XmppKeys.USER));
        // The secret of the enrolment account is read by whole rooms of PCs; the administrator's by central alone.
        apart(CentralKeys.ENROL_ACCOUNT, account, CentralKeys.ENROL_ADMIN_USER.key(), admin);
        apart(CentralKeys.ENROL_ACCOUNT, account, XmppKeys.USER.key(), central);
        apart(CentralKeys.ENROL_ADMIN_USER, admin, XmppKeys.USER.key(), central);
        return new CentralSettings.Enrolment(account, (EntityBareJid) admin, new SecretFile(password));
    }

    private BareJid admin(String text) {
        BareJid admin = jid(text);
        if (admin == null) {
            problems.error(values.where(CentralKeys.ENROL_ADMIN_USER.key()), "enrol.admin-user.bad");
        }
        return admin;
    }

    /** Null when it is none. */
    private BareJid jid(String text) {
        try {
            String whole = text.indexOf('@') < 0 ? text + "@" + values.get(XmppKeys.DOMAIN) : text;
            return JidTypes.ACCOUNT.parse(whole, Path.of(""));
        } catch (BadValueException e) {
            return null;
        }
    }

    private void apart(Setting<?> one, BareJid account, String otherKey, BareJid other) {
        if (account != null && account.equals(other)) {
            problems.error(values.where(one.key()), "enrol.same", one.key(), otherKey);
        }
    }
}
