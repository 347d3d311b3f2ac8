package org.rollcall.central.settings;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.SecretFile;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.Values;

/** Makes the directory's settings of {@code [directory]}, and says what can never work. */
final class DirectoryReader {
    private final Values values;
    private final Problems problems;

    private DirectoryReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** Null when there is none. */
    static CentralSettings.Directory read(Values values, Problems problems) {
        return new DirectoryReader(values, problems).directory();
    }

    private CentralSettings.Directory directory() {
        String url = values.get(CentralKeys.LDAP_URL);
        if (url == null) {
            return null;
        }
        boolean startTls = Boolean.TRUE.equals(values.get(CentralKeys.LDAP_START_TLS));
        address(url, startTls);
        filter(CentralKeys.LDAP_PEOPLE_FILTER);
        filter(CentralKeys.LDAP_STAFF_FILTER);
        dn(CentralKeys.LDAP_BASE);
        dn(CentralKeys.LDAP_BIND_DN);
        return new CentralSettings.Directory(
                url,
                startTls,
                values.get(CentralKeys.LDAP_CA_FILE),
                values.get(CentralKeys.LDAP_BIND_DN),
                values.get(CentralKeys.LDAP_PASSWORD_FILE) == null
                        ? null
                        : new SecretFile(values.get(CentralKeys.LDAP_PASSWORD_FILE)),
                values.get(CentralKeys.LDAP_BASE),
                values.get(CentralKeys.LDAP_PEOPLE_FILTER),
                values.get(CentralKeys.LDAP_LOGIN_ATTRIBUTE),
                values.get(CentralKeys.LDAP_PRINCIPAL_ATTRIBUTE),
                values.get(CentralKeys.LDAP_NAME_ATTRIBUTE),
                values.get(CentralKeys.LDAP_GROUP_ATTRIBUTE),
                values.get(CentralKeys.LDAP_STAFF_FILTER),
                Boolean.TRUE.equals(values.get(CentralKeys.LDAP_NESTED_GROUPS)),
                values.get(CentralKeys.LDAP_REFRESH_EVERY),
                Boolean.TRUE.equals(values.get(CentralKeys.LDAP_XMPP_ACCOUNTS)));
    }

    private void address(String url, boolean startTls) {
        try {
            for (DirectoryAddress server : DirectoryAddress.parse(url)) {
                if (server.inTheClear() && !startTls) {
                    error(CentralKeys.LDAP_URL, "directory.clear", server.toString());
                }
            }
        } catch (IllegalArgumentException e) {
            error(CentralKeys.LDAP_URL, "directory.url", url);
        }
    }

    private void filter(Setting<String> setting) {
        String text = values.get(setting);
        try {
            if (text != null) {
                Filter.create(text);
            }
        } catch (LDAPException e) {
            error(setting, "directory.filter", text);
        }
    }

    private void dn(Setting<String> setting) {
        String text = values.get(setting);
        // Active Directory takes anne@iut.rdz in its place: MS-ADTS, section 5.1.1.1.1.
        boolean principal =
                setting == CentralKeys.LDAP_BIND_DN && text != null && text.matches("[^=,@\\s]+@[^=,@\\s]+");
        if (text != null && !principal && !DN.isValidDN(text)) {
            error(setting, "directory.dn", text);
        }
    }

    private void error(Setting<?> setting, String message, String value) {
        problems.error(values.where(setting.key()), message, setting.key(), value);
    }
}
