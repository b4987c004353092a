package vn.lienthong.signer.validate.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.validate.xml.XmlOutline.IdPlace;

/**
 * What one signature covers, told from its references alone. A document is signed only if nothing of it is left outside:
 * elements that were moved, wrapped, added or hidden in an Object are outside, however well each digest fits.
 */
final class SignatureCoverage {
    private final XmlOutline outline;
    private final XmlNode signature;
    private final Packaging packaging;
    private final List<XmlFinding> findings = new ArrayList<>();
    private final List<String> external = new ArrayList<>();
    private final Set<XmlNode> covered = new HashSet<>();
    private boolean whole;
    private boolean wholeWithInstructions;
    private boolean comments;

    SignatureCoverage(XmlOutline outline, XmlNode signature, Packaging packaging) {
        this.outline = outline;
        this.signature = signature;
        this.packaging = packaging;
        signature.children(XmlNames.DSIG, "SignedInfo").stream()
                .flatMap(s -> s.children(XmlNames.DSIG, "Reference").stream())
                .forEach(this::reference);
    }

    private void fault(XmlFault fault, String detail) {
        findings.add(new XmlFinding(fault, detail));
    }

    /** Names of what lies outside of the document. */
    List<String> external() {
        return external;
    }

    /** Whether comments of the document are signed too. */
    boolean keepsComments() {
        return comments;
    }

    private void reference(XmlNode reference) {
        String uri = reference.attributes().get("URI");
        ReferenceForm form = ReferenceForm.of(uri);
        TransformRules transforms = TransformRules.of(reference);
        if (!transforms.allowed()) {
            fault(XmlFault.TRANSFORM_NOT_ALLOWED, uri == null ? "" : uri);
        }
        switch (form.kind()) {
            case WHOLE_DOCUMENT -> whole(form, transforms, true);
            case EXTERNAL -> {
                external.add(form.value());
                if (transforms.takesSignaturesOut() || transforms.decodesBase64()) {
                    fault(XmlFault.TRANSFORM_NOT_ALLOWED, form.value());
                }
            }
            case ID -> byId(reference, form, transforms);
            case NOT_ALLOWED -> fault(XmlFault.REFERENCE_NOT_ALLOWED, form.value());
        }
    }

    private void whole(ReferenceForm form, TransformRules transforms, boolean withInstructions) {
        if (outline.root() == signature || transforms.decodesBase64()) {
            // the document is the signature: taken out of itself it leaves nothing
            fault(XmlFault.REFERENCE_NOT_ALLOWED, form.value());
            return;
        }
        whole = true;
        wholeWithInstructions |= withInstructions;
        comments |= form.keepsComments() && transforms.keepsComments();
    }

    private void byId(XmlNode reference, ReferenceForm form, TransformRules transforms) {
        IdPlace place = outline.ids().get(form.value());
        if (place == null) {
            fault(XmlFault.REFERENCE_NOT_ALLOWED, form.value());
            return;
        }
        if (!place.unique()) {
            fault(XmlFault.ID_NOT_UNIQUE, form.value());
            return;
        }
        Optional<XmlNode> node = place.node();
        if (node.isPresent() && node.get() == outline.root()) {
            whole(form, transforms, false);
            return;
        }
        if (transforms.takesSignaturesOut()) {
            fault(XmlFault.TRANSFORM_NOT_ALLOWED, form.value());
        }
        node.ifPresent(target -> part(target, reference, transforms));
    }

    private void part(XmlNode target, XmlNode reference, TransformRules transforms) {
        boolean isObject = target.is(XmlNames.DSIG, "Object");
        if (transforms.decodesBase64()
                && (!isObject || !target.children().isEmpty() || target.has(XmlQuirk.NOT_BASE64))) {
            // the decoder leaves out elements and strange characters, a reader need not
            fault(XmlFault.TRANSFORM_NOT_ALLOWED, target.name());
            return;
        }
        boolean saysProperties = reference.attribute("Type").equals(XmlNames.SIGNED_PROPERTIES_TYPE);
        if (saysProperties != target.is(XmlNames.XADES, "SignedProperties")) {
            fault(XmlFault.PROPERTIES_NOT_SIGNED, target.name());
        }
        covered.add(target);
    }

    /** The faults of a signature over content. */
    List<XmlFinding> faults() {
        objects();
        properties();
        boolean alone = outline.root() == signature;
        boolean inAsic = packaging == Packaging.IN_CONTAINER;
        boolean hasContent = contentObjects().count() > 0 || !external.isEmpty();
        if (inAsic ? external.isEmpty() : !(alone ? hasContent : whole || isFramed())) {
            fault(XmlFault.PART_NOT_SIGNED, outline.root().name());
        }
        if (outline.instructionOutsideRoot() && !wholeWithInstructions && !inAsic) {
            fault(XmlFault.PART_NOT_SIGNED, "processing instruction");
        }
        if (packaging == Packaging.WITH_DETACHED_CONTENT && external.isEmpty()) {
            fault(XmlFault.DETACHED_CONTENT_NOT_SIGNED, "");
        }
        return findings;
    }

    /** The faults of a counter-signature: it signs the value of the signature around it. EN 319 132-1 §5.2.7.2. */
    List<XmlFinding> counterFaults(XmlNode countersigned) {
        objects();
        properties();
        boolean signsValue =
                countersigned.children(XmlNames.DSIG, "SignatureValue").stream().anyMatch(covered::contains);
        if (!signsValue || whole || !external.isEmpty()) {
            fault(XmlFault.REFERENCE_NOT_ALLOWED, "counter-signature");
        }
        return findings;
    }

    /** Objects with content. */
    java.util.stream.Stream<XmlNode> contentObjects() {
        return signature.children(XmlNames.DSIG, "Object").stream()
                .filter(o -> o.children(XmlNames.XADES, "QualifyingProperties").isEmpty());
    }

    private void objects() {
        contentObjects().forEach(object -> {
            boolean onlyChildIsSigned = object.children().size() == 1
                    && !object.has(XmlQuirk.TEXT)
                    && covered.contains(object.children().getFirst());
            if (!covered.contains(object) && !onlyChildIsSigned) {
                fault(XmlFault.OBJECT_NOT_SIGNED, object.attribute("Id"));
            }
        });
    }

    private void properties() {
        signature.children(XmlNames.DSIG, "Object").stream()
                .flatMap(o -> o.children(XmlNames.XADES, "QualifyingProperties").stream())
                .flatMap(q -> q.children(XmlNames.XADES, "SignedProperties").stream())
                .filter(signed -> !covered.contains(signed))
                .forEach(signed -> fault(XmlFault.PROPERTIES_NOT_SIGNED, signed.attribute("Id")));
    }

    /** The one wrapper that DSS makes for content and signature side by side: it says nothing of its own. */
    private boolean isFramed() {
        XmlNode root = outline.root();
        return root.is("", "internally-detached")
                && root.attributes().isEmpty()
                && !root.has(XmlQuirk.TEXT)
                && !root.has(XmlQuirk.INSTRUCTION)
                && root.children().size() < OutlineReader.KEPT_BESIDE_SIGNATURES
                && root.children().stream().anyMatch(covered::contains)
                && root.children().stream().allMatch(c -> covered.contains(c) || c.is(XmlNames.DSIG, "Signature"));
    }
}
