package org.rollcall.xmpp.frontend.adhoc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.stanza.XmlNode;

/** A command's parameters as a form to fill in, and the form that comes back as arguments (XEP-0004). */
final class Forms {
    private static final String FORM_TYPE = "FORM_TYPE";

    private final CommandTexts texts;

    Forms(CommandTexts texts) {
        this.texts = texts;
    }

    XmlNode toFillIn(Command command, Locale locale) {
        XmlNode form = new XmlNode("x", AdHoc.FORMS).with("type", "form");
        form.child("title").text(texts.command(command.name(), locale));
        form.child("instructions").text(AdHoc.text(locale, command.changes() ? "form.order" : "form.instructions"));
        form.child("field")
                .with("var", FORM_TYPE)
                .with("type", "hidden")
                .child("value")
                .text(AdHoc.NODE_PREFIX + command.name());
        for (Parameter parameter : command.parameters()) {
            form.add(field(command, parameter, locale));
        }
        return form;
    }

    private XmlNode field(Command command, Parameter parameter, Locale locale) {
        XmlNode field = new XmlNode("field", AdHoc.FORMS)
                .with("var", parameter.name())
                .with("type", type(parameter))
                .with("label", texts.parameter(command.name(), parameter.name(), locale));
        switch (parameter.type()) {
            case COUNT -> field.child("desc").text(AdHoc.text(locale, "hint.count"));
            case DURATION -> field.child("desc").text(AdHoc.text(locale, "hint.duration"));
            case TIME -> field.child("desc").text(AdHoc.text(locale, "hint.time"));
            default -> {
                // The label says it all.
            }
        }
        if (parameter.required()) {
            field.child("required");
        }
        if (parameter.type() == Parameter.Type.FLAG) {
            field.child("value").text("false");
        }
        for (String choice : parameter.choices()) {
            field.child("option")
                    .with("label", texts.value(parameter.name(), choice, locale))
                    .child("value")
                    .text(choice);
        }
        return field;
    }

    private static String type(Parameter parameter) {
        return switch (parameter.type()) {
            case FLAG -> "boolean";
            case CHOICE -> "list-single";
            default -> "text-single";
        };
    }

    /** @param form of type submit */
    Map<String, String> arguments(XmlNode form, Locale locale) throws AdHoc.AdHocException {
        if (!"submit".equals(form.attribute("type"))) {
            throw malformed(locale, "type=" + form.attribute("type"));
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        for (XmlNode field : form.children("field")) {
            String name = field.attribute("var");
            List<XmlNode> values = field.children("value");
            if (name == null || name.isEmpty()) {
                throw malformed(locale, "<field> var");
            }
            if (name.equals(FORM_TYPE)) {
                continue;
            }
            if (values.size() > 1) {
                throw malformed(locale, name + ": " + values.size() + " <value>");
            }
            if (arguments.put(name, values.isEmpty() ? "" : values.get(0).text()) != null) {
                throw malformed(locale, name + " × 2");
            }
        }
        return arguments;
    }

    private static AdHoc.AdHocException malformed(Locale locale, String what) {
        return AdHoc.badPayload(AdHoc.text(locale, "refused.payload", what));
    }
}
