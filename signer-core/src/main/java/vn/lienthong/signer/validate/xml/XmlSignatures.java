package vn.lienthong.signer.validate.xml;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The signatures of an XML document, read without any library for signatures and without building a tree of the
 * document: what is signed by which reference, and what is not.
 */
public final class XmlSignatures {
    /** Each reference may have the whole document canonicalized and digested anew. */
    private static final int MAX_REFERENCES = 200;

    private static final int MAX_SIGNATURES = 100;

    private final XmlOutline outline;
    private final Packaging packaging;

    private XmlSignatures(XmlOutline outline, Packaging packaging) {
        this.outline = outline;
        this.packaging = packaging;
    }

    /**
     * The signatures of the document, or empty if it is not well-formed or has a DTD. The stream is read to its end and
     * left open.
     */
    public static Optional<XmlSignatures> read(InputStream xml, Packaging packaging) {
        return OutlineReader.read(xml).map(outline -> new XmlSignatures(outline, packaging));
    }

    /** Whether there is any ds:Signature. */
    public boolean isSigned() {
        return !outline.signatures().isEmpty();
    }

    /** All signatures, counter-signatures too. */
    public int count() {
        return (int) Stream.concat(outline.signatures().stream(), counterSignatures())
                .count();
    }

    /** Timestamps that say they are there, readable or not. */
    public int timestamps() {
        return (int) nodes().filter(n -> n.is(XmlNames.XADES, "EncapsulatedTimeStamp"))
                .count();
    }

    /** Whether looking at it costs more than any honest document does. */
    public boolean isTooMuch() {
        return count() > MAX_SIGNATURES
                || nodes().filter(n -> n.is(XmlNames.DSIG, "Reference")).count() > MAX_REFERENCES;
    }

    /**
     * Whether no transform is there but those whose work is known: XSLT is a program, and an XPath over each node of a
     * large document may take for ever.
     */
    public boolean isSafeToTransform() {
        return nodes().filter(n -> n.is(XmlNames.DSIG, "Transforms"))
                .map(XmlNode::parent)
                .allMatch(reference ->
                        reference != null && TransformRules.of(reference).allowed());
    }

    /** What each signature signs outside of the document, as it is written. */
    public List<List<String>> externalReferences() {
        return outline.signatures().stream()
                .map(s -> List.copyOf(new SignatureCoverage(outline, s, packaging).external()))
                .toList();
    }

    /** Certificates in DER as the document carries them; what is no base64 is empty. */
    public List<byte[]> certificates() {
        return decoded("X509Certificate", "EncapsulatedX509Certificate");
    }

    /** CRLs in DER as the document carries them; what is no base64 is empty. */
    public List<byte[]> crls() {
        return decoded("X509CRL", "EncapsulatedCRLValue");
    }

    /** OCSP responses in DER as the document carries them; what is no base64 is empty. */
    public List<byte[]> ocspResponses() {
        return decoded("EncapsulatedOCSPValue");
    }

    /** Timestamps as the document carries them; what is no base64 is empty. */
    public List<byte[]> timestampTokens() {
        return decoded("EncapsulatedTimeStamp");
    }

    private List<byte[]> decoded(String... names) {
        Set<String> wanted = Set.of(names);
        return nodes().filter(n -> wanted.contains(n.name()))
                .map(n -> decode(n.text().toString()))
                .toList();
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("[ \\t\\r\\n]", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Every fault of every signature; empty if there is none. */
    public List<XmlFinding> faults() {
        List<XmlFinding> findings = new ArrayList<>();
        boolean several = outline.signatures().size() > 1;
        boolean commentsSigned = true;
        for (XmlNode signature : outline.signatures()) {
            findings.addAll(SignatureStructure.faults(signature));
            SignatureCoverage coverage = new SignatureCoverage(outline, signature, packaging);
            findings.addAll(coverage.faults());
            commentsSigned &= coverage.keepsComments();
            if (several && coverage.contentObjects().count() > 0) {
                // one signer's content stands in what the others' signatures leave out
                findings.add(new XmlFinding(XmlFault.PART_NOT_SIGNED, signature.attribute("Id")));
            }
        }
        counterSignatures().forEach(counter -> {
            findings.addAll(SignatureStructure.faults(counter));
            findings.addAll(new SignatureCoverage(outline, counter, packaging).counterFaults(signatureAround(counter)));
        });
        if (packaging == Packaging.IN_CONTAINER) {
            findings.addAll(containerRoot());
        }
        if (!commentsSigned && outline.comment()) {
            findings.add(new XmlFinding(
                    outline.commentInText() ? XmlFault.COMMENT_IN_TEXT : XmlFault.COMMENT_NOT_SIGNED, ""));
        }
        return findings.stream().distinct().toList();
    }

    /** EN 319 162-1 §4.4.3.2: signatures and nothing beside them. */
    private List<XmlFinding> containerRoot() {
        XmlNode root = outline.root();
        boolean plain = root.name().equals("XAdESSignatures") && XmlNames.ASIC.contains(root.namespace())
                || root.name().equals("document-signatures");
        boolean onlySignatures = root.children().stream().allMatch(c -> c.is(XmlNames.DSIG, "Signature"));
        boolean clean = !root.has(XmlQuirk.TEXT)
                && !root.has(XmlQuirk.NAMESPACE)
                && !outline.comment()
                && !outline.instructionOutsideRoot();
        return plain && onlySignatures && clean
                ? List.of()
                : List.of(new XmlFinding(XmlFault.STRUCTURE_WRONG, root.name()));
    }

    private Stream<XmlNode> nodes() {
        return outline.signatures().stream().flatMap(XmlNode::descendants).distinct();
    }

    private Stream<XmlNode> counterSignatures() {
        return nodes().filter(n -> n.is(XmlNames.DSIG, "Signature"))
                .filter(n -> !outline.signatures().contains(n));
    }

    private static XmlNode signatureAround(XmlNode counter) {
        XmlNode at = counter.parent();
        while (at != null && !at.is(XmlNames.DSIG, "Signature")) {
            at = at.parent();
        }
        if (at == null) {
            throw new IllegalStateException("a counter-signature lies within a signature");
        }
        return at;
    }
}
