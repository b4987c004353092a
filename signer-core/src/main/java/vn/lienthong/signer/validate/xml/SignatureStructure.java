package vn.lienthong.signer.validate.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a ds:Signature its own signature leaves open has exactly the form that XMLDSig and XAdES give it.
 *
 * <p>Source: XMLDSig 1.1 §4, EN 319 132-1 §4 and §5.
 */
final class SignatureStructure {
    private static final Set<String> NAMESPACES =
            Set.of(XmlNames.DSIG, XmlNames.DSIG11, XmlNames.XADES, XmlNames.XADES141, XmlNames.XADES_EVIDENCE);

    private static final Set<String> KEY_INFO = Set.of("X509Data", "KeyValue", "KeyName", "DEREncodedKeyValue");

    private static final Set<String> SIGNATURE_METHODS = Set.of(
            "http://www.w3.org/2000/09/xmldsig#rsa-sha1", // the policy calls these weak
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
            "http://www.w3.org/2007/05/xmldsig-more#rsa-pss",
            "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha3-256-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha3-384-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha3-512-rsa-MGF1",
            "http://www.w3.org/2021/04/xmldsig-more#ecdsa-sha3-256",
            "http://www.w3.org/2021/04/xmldsig-more#ecdsa-sha3-384",
            "http://www.w3.org/2021/04/xmldsig-more#ecdsa-sha3-512");

    private final XmlNode signature;
    private final List<XmlFinding> findings = new ArrayList<>();

    private SignatureStructure(XmlNode signature) {
        this.signature = signature;
    }

    /** The faults of this signature alone; counter-signatures within are asked for by themselves. */
    static List<XmlFinding> faults(XmlNode signature) {
        SignatureStructure structure = new SignatureStructure(signature);
        structure.order();
        structure.methods();
        structure.keyInfo();
        structure.properties();
        parts(signature).forEach(structure::content);
        return structure.findings;
    }

    private void fault(XmlFault fault, String detail) {
        findings.add(new XmlFinding(fault, detail));
    }

    private void wrong(String where) {
        fault(XmlFault.STRUCTURE_WRONG, where);
    }

    /** Every element of the signature that is no content: not what an Object carries, nor a counter-signature. */
    private static Stream<XmlNode> parts(XmlNode node) {
        return Stream.concat(
                Stream.of(node),
                node.children().stream()
                        .filter(c -> !isCarried(c))
                        .filter(c -> !c.is(XmlNames.DSIG, "Signature"))
                        .flatMap(SignatureStructure::parts));
    }

    static boolean isCarried(XmlNode node) {
        XmlNode parent = node.parent();
        return parent != null && parent.is(XmlNames.DSIG, "Object") && !node.is(XmlNames.XADES, "QualifyingProperties");
    }

    private void order() {
        String names = String.join(
                " ", signature.children().stream().map(XmlNode::name).toList());
        if (!names.matches("SignedInfo SignatureValue( KeyInfo)?( Object)*")) {
            wrong("Signature: " + names);
        }
        if (!Set.of("Id").containsAll(signature.attributes().keySet())) {
            wrong("Signature: " + signature.attributes().keySet());
        }
        for (XmlNode signedInfo : signature.children(XmlNames.DSIG, "SignedInfo")) {
            String inside = String.join(
                    " ", signedInfo.children().stream().map(XmlNode::name).toList());
            if (!inside.matches("CanonicalizationMethod SignatureMethod( Reference)+")) {
                wrong("SignedInfo: " + inside);
            }
            for (XmlNode reference : signedInfo.children(XmlNames.DSIG, "Reference")) {
                String parts = String.join(
                        " ", reference.children().stream().map(XmlNode::name).toList());
                if (!parts.matches("(Transforms )?DigestMethod DigestValue")) {
                    wrong("Reference: " + parts);
                }
            }
        }
    }

    private void methods() {
        for (XmlNode signedInfo : signature.children(XmlNames.DSIG, "SignedInfo")) {
            for (XmlNode method : signedInfo.children(XmlNames.DSIG, "CanonicalizationMethod")) {
                if (!XmlNames.CANONICALIZATIONS.contains(method.attribute("Algorithm"))) {
                    fault(XmlFault.METHOD_NOT_ALLOWED, method.attribute("Algorithm"));
                }
            }
            for (XmlNode method : signedInfo.children(XmlNames.DSIG, "SignatureMethod")) {
                boolean plain =
                        method.children().stream().allMatch(c -> c.name().equals("RSAPSSParams"));
                if (!plain || !SIGNATURE_METHODS.contains(method.attribute("Algorithm"))) {
                    fault(XmlFault.METHOD_NOT_ALLOWED, method.attribute("Algorithm"));
                }
            }
        }
    }

    private void keyInfo() {
        signature.children(XmlNames.DSIG, "KeyInfo").stream()
                .flatMap(keyInfo -> keyInfo.children().stream())
                .filter(child -> !KEY_INFO.contains(child.name()))
                .forEach(child -> fault(XmlFault.KEY_INFO_NOT_ALLOWED, child.name()));
        KeyInfoNames names = new KeyInfoNames(signature);
        signature.children(XmlNames.DSIG, "KeyInfo").stream()
                .filter(keyInfo -> !isSigned(keyInfo))
                .flatMap(names::untrue)
                .forEach(part -> fault(XmlFault.NOT_CHECKED, part.name()));
    }

    private boolean isSigned(XmlNode keyInfo) {
        String id = keyInfo.attribute("Id");
        return !id.isEmpty()
                && signature.children(XmlNames.DSIG, "SignedInfo").stream()
                        .flatMap(s -> s.children(XmlNames.DSIG, "Reference").stream())
                        .anyMatch(r -> r.attribute("URI").equals("#" + id));
    }

    private void properties() {
        List<XmlNode> all = signature.children(XmlNames.DSIG, "Object").stream()
                .flatMap(o -> o.children(XmlNames.XADES, "QualifyingProperties").stream())
                .toList();
        if (all.size() > 1) {
            wrong("QualifyingProperties");
        }
        for (XmlNode qualifying : all) {
            XmlNode object = qualifying.parent();
            String inside = String.join(
                    " ", qualifying.children().stream().map(XmlNode::name).toList());
            if (object == null
                    || object.children().size() != 1
                    || !inside.matches("SignedProperties( UnsignedProperties)?")
                    || !qualifying.attribute("Target").equals("#" + signature.attribute("Id"))) {
                wrong("QualifyingProperties: " + inside);
            }
            qualifying.children(XmlNames.XADES, "UnsignedProperties").stream()
                    .flatMap(u -> u.children().stream())
                    .forEach(this::unsigned);
        }
    }

    private void unsigned(XmlNode properties) {
        if (!properties.is(XmlNames.XADES, "UnsignedSignatureProperties")) {
            fault(XmlFault.UNSIGNED_PROPERTY_UNKNOWN, properties.name());
        }
        for (XmlNode property : properties.children()) {
            if (!XmlNames.UNSIGNED_PROPERTIES.contains(property.name()) || !NAMESPACES.contains(property.namespace())) {
                fault(XmlFault.UNSIGNED_PROPERTY_UNKNOWN, property.name());
            }
        }
    }

    /** Those of the signature are part of SignedInfo in inclusive canonical form. Source: Canonical XML 1.0 §2.4. */
    private boolean namespacesAreSigned() {
        return signature.children(XmlNames.DSIG, "SignedInfo").stream()
                .flatMap(s -> s.children(XmlNames.DSIG, "CanonicalizationMethod").stream())
                .noneMatch(
                        method -> method.attribute("Algorithm").startsWith("http://www.w3.org/2001/10/xml-exc-c14n#"));
    }

    /** By a Reference that takes nothing away: exclusive canonicalization leaves out namespaces alone. */
    private boolean isCoveredWhole(XmlNode object) {
        String id = object.attribute("Id");
        return !id.isEmpty()
                && signature.children(XmlNames.DSIG, "SignedInfo").stream()
                        .flatMap(s -> s.children(XmlNames.DSIG, "Reference").stream())
                        .filter(r -> r.attribute("URI").equals("#" + id))
                        .anyMatch(r -> r.children(XmlNames.DSIG, "Transforms").stream()
                                .flatMap(transforms -> transforms.children().stream())
                                .allMatch(t -> XmlNames.CANONICALIZATIONS.contains(t.attribute("Algorithm"))));
    }

    /** Nothing that a reader could take for something else: comments, instructions, text between elements, strangers. */
    private void content(XmlNode part) {
        if (part.has(XmlQuirk.COMMENT) || part.has(XmlQuirk.INSTRUCTION)) {
            wrong(part.name() + ": comment or instruction");
        }
        if (part.isWithin(XmlNames.XADES, "SignedProperties") || part.isWithin(XmlNames.DSIG, "SignedInfo")) {
            return; // is signed as it is
        }
        if (part.is(XmlNames.DSIG, "Object") && isCoveredWhole(part) && !part.has(XmlQuirk.NAMESPACE)) {
            return; // with its attributes, and any text
        }
        if (!XmlNames.UNSIGNED_ATTRIBUTES.containsAll(part.attributes().keySet())) {
            wrong(part.name() + ": " + part.attributes().keySet());
        }
        boolean isObject = part.is(XmlNames.DSIG, "Object");
        if (part.has(XmlQuirk.TEXT) && !part.children().isEmpty()) {
            wrong(part.name() + ": text between elements");
        }
        if (UnsignedPlaces.isNotChecked(part)) {
            fault(XmlFault.NOT_CHECKED, part.name());
        } else if (!UnsignedPlaces.isRight(part)) {
            wrong(part.name() + ": place, text or attribute");
        } else if (part.has(XmlQuirk.NAMESPACE) && !(part == signature && namespacesAreSigned())) {
            wrong(part.name() + ": namespace");
        }
        boolean isKnown = NAMESPACES.contains(part.namespace()) && XmlNames.UNSIGNED_ELEMENTS.contains(part.name());
        if (!isKnown && !part.isWithin(XmlNames.XADES, "SignaturePolicyStore")) {
            fault(isObject ? XmlFault.STRUCTURE_WRONG : XmlFault.UNSIGNED_PROPERTY_UNKNOWN, part.name());
        }
    }
}
