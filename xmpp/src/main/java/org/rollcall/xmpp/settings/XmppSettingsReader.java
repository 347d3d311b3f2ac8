package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import java.util.function.Supplier;

/** Makes {@link XmppSettings} of values, and checks what only several keys together can get wrong. */
public final class XmppSettingsReader {

    private XmppSettingsReader() {}

    /** What is bad or missing is null in the result, and told among the problems. */
    public static XmppSettings read(Values values, Problems problems) {
        return read(values, problems, false);
    }

    /** @param passwordElsewhere whether the program has a password, or a way to one, that is not among its settings */
    public static XmppSettings read(Values values, Problems problems, boolean passwordElsewhere) {
        Supplier<char[]> password = secret(values, problems, XmppKeys.PASSWORD, XmppKeys.PASSWORD_FILE);
        Path clientCertificate = values.get(XmppKeys.CLIENT_CERTIFICATE);
        boolean refused = values.refused(XmppKeys.PASSWORD.key())
                || values.refused(XmppKeys.PASSWORD_FILE.key())
                || values.refused(XmppKeys.CLIENT_CERTIFICATE.key());
        if (password == null && clientCertificate == null && !refused && !passwordElsewhere) {
            problems.error("", "password.missing");
        }
        Path caFile = values.get(XmppKeys.CA_FILE);
        String pin = values.get(XmppKeys.CERTIFICATE_SHA256);
        int caRank = values.rank(XmppKeys.CA_FILE);
        int pinRank = values.rank(XmppKeys.CERTIFICATE_SHA256);
        if (caFile != null && pin != null && caRank == pinRank) {
            // The pin is the narrower of the two.
            caFile = null;
            problems.add(
                    values.strict(XmppKeys.CERTIFICATE_SHA256.key()),
                    values.where(XmppKeys.CERTIFICATE_SHA256.key()),
                    "both.set",
                    XmppKeys.CERTIFICATE_SHA256.key(),
                    XmppKeys.CA_FILE.key(),
                    values.where(XmppKeys.CA_FILE.key()));
        }
        return new XmppSettings(
                values.get(XmppKeys.DOMAIN),
                values.get(XmppKeys.HOST),
                values.get(XmppKeys.PORT) == null ? 0 : values.get(XmppKeys.PORT),
                values.get(XmppKeys.USER),
                password,
                values.get(XmppKeys.RESOURCE),
                pinRank > caRank ? null : caFile,
                caRank > pinRank ? null : pin,
                clientCertificate,
                secret(
                        values,
                        problems,
                        XmppKeys.CLIENT_CERTIFICATE_PASSWORD,
                        XmppKeys.CLIENT_CERTIFICATE_PASSWORD_FILE),
                Boolean.TRUE.equals(values.get(XmppKeys.ALLOW_PLAIN)));
    }

    /** The one from the stronger source; null when there is none. */
    public static Supplier<char[]> secret(
            Values values, Problems problems, Setting<String> inline, Setting<Path> file) {
        String text = values.get(inline);
        Path path = values.get(file);
        if (text != null && path != null && values.rank(inline) == values.rank(file)) {
            problems.add(
                    values.strict(inline.key()),
                    values.where(inline.key()),
                    "both.set",
                    inline.key(),
                    file.key(),
                    values.where(file.key()));
        }
        if (path != null && values.rank(file) > values.rank(inline)) {
            return new SecretFile(path);
        }
        return text == null ? null : new InlineSecret(text);
    }

    /** Equal to another of the same text, so that a changed one is noticed; prints nothing of it. */
    private static final class InlineSecret implements Supplier<char[]> {
        private final String text;

        InlineSecret(String text) {
            this.text = text;
        }

        @Override
        public char[] get() {
            return text.toCharArray();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof InlineSecret secret && secret.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }
}
