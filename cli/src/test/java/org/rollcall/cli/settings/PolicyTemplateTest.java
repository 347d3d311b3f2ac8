package org.rollcall.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.cli.settings.PolicyTemplate.all;
import static org.rollcall.cli.settings.PolicyTemplate.children;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.agent.settings.AgentKeys;
import org.rollcall.xmpp.settings.BadValueException;
import org.rollcall.xmpp.settings.Setting;
import org.w3c.dom.Element;

/** The Group Policy template, its two languages, the list of settings and the page about them agree. */
class PolicyTemplateTest {
    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final Path FOLDER = TOP.resolve("config-templates/admx");
    /** What would be the same on all PCs and must not be; docs/settings.md says why. */
    private static final Set<String> NOT_BY_POLICY =
            Set.of("xmpp.user", "xmpp.resource", "agent.data-dir", "run.*.program", "run.*.role", "run.*.timeout");
    /** What the editor shows for each kind of element; it refuses any other. */
    private static final Map<String, Set<String>> SHOWN_BY = Map.of(
            "text", Set.of("textBox", "comboBox"),
            "multiText", Set.of("multiTextBox"),
            "decimal", Set.of("decimalTextBox"),
            "enum", Set.of("dropdownList"));

    private PolicyTemplate admx;

    @BeforeEach
    void read() throws Exception {
        admx = new PolicyTemplate(FOLDER.resolve("rollcall.admx"));
    }

    @Test
    void everySettingThatMayGoThereIsThereAndNoOtherAndNoSecret() throws Exception {
        Set<String> wanted = new TreeSet<>();
        AgentKeys.ALL.stream()
                .filter(s -> !s.secret() && !NOT_BY_POLICY.contains(s.key()))
                .forEach(s -> wanted.add(s.key()));

        assertEquals(wanted, new TreeSet<>(valueNames().keySet()));

        String page = Files.readString(TOP.resolve("docs/settings.md"));
        String reasons = page.substring(page.indexOf("Not in the template"));
        for (String key : NOT_BY_POLICY) {
            String named = key.startsWith("run.") ? "run.*" : key;
            assertTrue(
                    reasons.contains("`" + named + "`"), "docs/settings.md does not say why the template lacks " + key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "fr-FR"})
    void everyReferenceResolvesAndEveryTextIsUsed(String language) throws Exception {
        PolicyTemplate adml = new PolicyTemplate(FOLDER.resolve(language).resolve("rollcall.adml"));

        assertEquals(
                admx.references("string"), new TreeSet<>(adml.by("id", "string").keySet()));
        assertEquals(
                admx.references("presentation"),
                new TreeSet<>(adml.by("id", "presentation").keySet()));
        adml.by("id", "string")
                .forEach((id, text) -> assertFalse(text.getTextContent().isBlank(), id));
        for (Element policy : all(admx.root(), "policy")) {
            String name = policy.getAttribute("name");
            String explained = adml.by("id", "string").get(name + "_explain").getTextContent();
            valueNames().forEach((key, element) -> {
                if (policyOf(element) == policy) {
                    assertTrue(explained.endsWith(": " + key) || explained.endsWith(" : " + key), name);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "fr-FR"})
    void everyElementIsShownByWhatTheEditorHasForIt(String language) throws Exception {
        Map<String, Element> presentations =
                new PolicyTemplate(FOLDER.resolve(language).resolve("rollcall.adml")).by("id", "presentation");
        for (Element policy : all(admx.root(), "policy")) {
            Map<String, String> shown = new HashMap<>();
            String reference = policy.getAttribute("presentation");
            if (!reference.isEmpty()) {
                Element presentation =
                        presentations.get(reference.substring("$(presentation.".length(), reference.length() - 1));
                children(presentation).forEach(e -> shown.put(e.getAttribute("refId"), e.getLocalName()));
            }
            List<Element> elements = all(policy, "elements").stream()
                    .flatMap(e -> children(e).stream())
                    .toList();
            assertEquals(elements.size(), shown.size(), policy.getAttribute("name"));
            for (Element element : elements) {
                assertTrue(
                        SHOWN_BY.get(element.getLocalName()).contains(shown.get(element.getAttribute("id"))),
                        policy.getAttribute("name"));
            }
        }
    }

    @Test
    void everyPolicyIsTheComputersWritesBelowOneKeyAndBelongsToACategory() {
        Set<String> categories = admx.by("name", "category").keySet();
        Set<String> products = admx.by("name", "definition").keySet();
        for (Element policy : admx.by("name", "policy").values()) {
            assertEquals("Machine", policy.getAttribute("class"));
            assertEquals("SOFTWARE\\Policies\\Rollcall", policy.getAttribute("key"));
            all(policy, "parentCategory").forEach(e -> assertTrue(categories.contains(e.getAttribute("ref"))));
            all(policy, "supportedOn").forEach(e -> assertTrue(products.contains(e.getAttribute("ref"))));
        }
        all(admx.root(), "parentCategory").forEach(e -> assertTrue(categories.contains(e.getAttribute("ref"))));
    }

    @Test
    void whatTheTemplateCanWriteIsWhatTheSettingsTake() throws Exception {
        for (Map.Entry<String, Element> value : valueNames().entrySet()) {
            Setting<?> setting = setting(value.getKey());
            Element element = value.getValue();
            switch (setting.type().id()) {
                case "flag" -> {
                    assertEquals("1", decimal(element, "enabledValue"));
                    assertEquals("0", decimal(element, "disabledValue"));
                }
                case "number" -> {
                    takes(setting, Long.valueOf(element.getAttribute("minValue")), true);
                    takes(setting, Long.valueOf(element.getAttribute("maxValue")), true);
                    takes(setting, Long.parseLong(element.getAttribute("maxValue")) + 1, false);
                }
                case "role" -> {
                    assertEquals(3, all(element, "item").size());
                    for (Element item : all(element, "string")) {
                        takes(setting, item.getTextContent(), true);
                    }
                }
                case "list-account-or-domain" -> assertEquals("multiText", element.getLocalName());
                case "path", "file", "secret-file" -> assertEquals("true", element.getAttribute("expandable"));
                default -> assertEquals("text", element.getLocalName(), setting.key());
            }
        }
        for (Element suggestion : all(new PolicyTemplate(FOLDER.resolve("en-US/rollcall.adml")).root(), "suggestion")) {
            takes(
                    AgentKeys.IDLE_AFTER,
                    suggestion.getTextContent(),
                    !suggestion.getTextContent().matches("[15]s"));
        }
    }

    /** The part of Microsoft's schema ([MS-GPREG] section 7) that is used here, in the order that it asks for. */
    @ParameterizedTest
    @ValueSource(strings = {"rollcall.admx", "en-US/rollcall.adml", "fr-FR/rollcall.adml"})
    void theFilesHaveTheFormThatTheEditorReads(String file) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(PolicyTemplateTest.class.getResource("policy-template.xsd"));
        schema.newValidator().validate(new StreamSource(FOLDER.resolve(file).toFile()));
    }

    /** Each element, or policy, by the value that it writes. */
    private Map<String, Element> valueNames() {
        Map<String, Element> found = new HashMap<>();
        for (Element policy : all(admx.root(), "policy")) {
            if (policy.hasAttribute("valueName")) {
                found.put(policy.getAttribute("valueName"), policy);
            }
            for (Element elements : all(policy, "elements")) {
                children(elements).forEach(e -> found.put(e.getAttribute("valueName"), e));
            }
        }
        return found;
    }

    private static Element policyOf(Element element) {
        Element up = element;
        while (!up.getLocalName().equals("policy")) {
            up = (Element) up.getParentNode();
        }
        return up;
    }

    private static Setting<?> setting(String key) {
        return AgentKeys.ALL.stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String decimal(Element policy, String name) {
        return all(all(policy, name).get(0), "decimal").get(0).getAttribute("value");
    }

    private static void takes(Setting<?> setting, Object raw, boolean good) {
        boolean taken = true;
        try {
            setting.type().parse(raw, Path.of(""));
        } catch (BadValueException e) {
            taken = false;
        }
        assertEquals(good, taken, setting.key() + " " + raw);
    }
}
