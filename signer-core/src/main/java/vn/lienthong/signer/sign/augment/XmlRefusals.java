package vn.lienthong.signer.sign.augment;

import java.util.Optional;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.validate.xml.XmlShape;

/** Which refusal an XML's shape is. */
public final class XmlRefusals {
    private XmlRefusals() {}

    /** Why an XML must not become a tree, or empty if it may. */
    public static Optional<Refused> of(XmlShape shape) {
        return switch (shape.kind()) {
            case HARMLESS -> Optional.empty();
            case HOSTILE ->
                Optional.of(new Refused(
                        SignRefusal.XML_HOSTILE, "a document type, entities, or more or deeper elements than allowed"));
            case MALFORMED -> Optional.of(new Refused(SignRefusal.XML_MALFORMED, "the XML is not well-formed"));
        };
    }
}
