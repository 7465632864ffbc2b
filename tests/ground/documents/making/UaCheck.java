import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** veraPDF's PDF/UA-1 rules on each file named: "ok file", or "bad file: clause-test message". */
public class UaCheck {
    static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> made = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) made.add((Element) found.item(at));
        return made;
    }

    static Rule rule(Element xml) {
        Element id = all(xml, "id").get(0);
        var key = Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        ErrorDetails error = Profiles.errorFromValues(text(xml, "message"), Collections.emptyList());
        Boolean deferred = xml.hasAttribute("deferred") ? Boolean.valueOf(xml.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(key, xml.getAttribute("object"), deferred, xml.getAttribute("tags"),
                text(xml, "description"), text(xml, "test"), error, Collections.emptyList());
    }

    static ValidationProfile profile() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var stream = PDFAParser.class.getResourceAsStream("/org/verapdf/pdfa/validation/PDFUA-1.xml");
        Element root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
        Set<Rule> rules = new HashSet<>();
        for (Element each : all(root, "rule")) rules.add(rule(each));
        Set<Variable> variables = new HashSet<>();
        for (Element each : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
                    text(each, "defaultValue"), text(each, "value")));
        }
        System.out.println("rules " + rules.size());
        var details = Profiles.profileDetailsFromValues("PDF/UA-1", "", "veraPDF", new Date(0));
        return Profiles.profileFromValues(PDFAFlavour.PDFUA_1, details, "", rules, variables);
    }

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        for (String file : files) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.PDFUA_1);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
                ValidationResult result = validator.validate(parser);
                if (result.isCompliant() && result.getTotalAssertions() > 0) System.out.println("ok " + file);
                for (TestAssertion each : result.getTestAssertions()) {
                    if (each.getStatus() != TestAssertion.Status.FAILED) continue;
                    System.out.println("bad " + file + ": " + each.getRuleId().getClause() + "-"
                            + each.getRuleId().getTestNumber() + " " + each.getMessage());
                }
            }
        }
    }
}
