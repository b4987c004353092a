package vn.lienthong.signer.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.validate.ValidationOutcome.NotSigned;
import vn.lienthong.signer.validate.ValidationOutcome.Reason;
import vn.lienthong.signer.validate.ValidationOutcome.Unreadable;
import vn.lienthong.signer.validate.asic.AsicContainer;
import vn.lienthong.signer.validate.asic.ZipFault;
import vn.lienthong.signer.validate.asic.ZipShape;
import vn.lienthong.signer.validate.jws.JwsSignatures;
import vn.lienthong.signer.validate.xml.Packaging;
import vn.lienthong.signer.validate.xml.XmlShape;
import vn.lienthong.signer.validate.xml.XmlSignatures;

/** Decides what DSS may have, by our own look at the document within the limits. Thread-safe. */
final class Admissions {
    private final ValidationLimits limits;
    private final List<X509CertificateHolder> authorities;

    Admissions(ValidationLimits limits, List<X509CertificateHolder> authorities) {
        this.limits = limits;
        this.authorities = authorities;
    }

    Admission of(Path document, DocumentFormat format, boolean contentElsewhere) throws IOException {
        return switch (format) {
            case PDF -> new Admission.Admitted(List.of(), data -> PdfFindings.of(document, data, authorities));
            case CMS -> cms(document, contentElsewhere);
            case XML -> xml(document, contentElsewhere);
            case JWS -> jws(document);
            case ASIC -> asic(document);
        };
    }

    private static Admission unreadable(Reason reason) {
        return new Admission.Answered(new Unreadable(reason));
    }

    private Admission xml(Path document, boolean contentElsewhere) throws IOException {
        if (Files.size(document) > limits.maxXmlBytes()) {
            return unreadable(Reason.TOO_LARGE);
        }
        XmlShape shape = XmlShape.of(document, limits.maxXmlElements(), limits.maxXmlDepth());
        Packaging packaging = contentElsewhere ? Packaging.WITH_DETACHED_CONTENT : Packaging.ALONE;
        Optional<XmlSignatures> read =
                shape.kind() == XmlShape.Kind.HARMLESS ? XmlFindings.read(document, packaging) : Optional.empty();
        if (shape.kind() == XmlShape.Kind.HOSTILE
                || read.isPresent() && read.get().isTooMuch()) {
            return unreadable(Reason.HOSTILE_XML);
        }
        if (read.isEmpty()) {
            return unreadable(Reason.MALFORMED);
        }
        XmlSignatures signatures = read.get();
        if (!signatures.isSigned()) {
            return new Admission.Answered(new NotSigned(DocumentFormat.XML));
        }
        List<Finding> before = XmlFindings.of(signatures);
        return signatures.isSafeToTransform()
                ? new Admission.Admitted(before, data -> XmlFindings.of(signatures, data, authorities))
                : new Admission.Refused(before);
    }

    private Admission cms(Path document, boolean contentElsewhere) throws IOException {
        if (Files.size(document) > limits.maxXmlBytes()) {
            return unreadable(Reason.TOO_LARGE); // it becomes a tree too
        }
        byte[] octets = Files.readAllBytes(document);
        return new Admission.Admitted(List.of(), data -> CmsFindings.of(octets, contentElsewhere, data, authorities));
    }

    /** RFC 8259 §4: of two members of one name each reader takes another one. */
    private Admission jws(Path document) throws IOException {
        if (Files.size(document) > limits.maxXmlBytes()) {
            return unreadable(Reason.TOO_LARGE); // it becomes a tree too
        }
        if (!JwsShape.isUnambiguous(document, limits.maxXmlElements(), limits.maxXmlDepth())) {
            return unreadable(Reason.MALFORMED);
        }
        byte[] octets = Files.readAllBytes(document);
        return new Admission.Admitted(List.of(), data -> JwsFindings.of(JwsSignatures.read(octets), data, authorities));
    }

    private Admission asic(Path document) throws IOException {
        Optional<ZipFault> fault = ZipShape.fault(document, limits.maxZipEntries(), limits.maxZipBytes());
        if (fault.isPresent()) {
            return unreadable(reason(fault.get()));
        }
        Optional<AsicContainer> read = AsicContainer.read(
                document, limits.maxZipEntries(), limits.maxXmlBytes(), limits.maxXmlElements(), limits.maxXmlDepth());
        if (read.isEmpty()) {
            return unreadable(Reason.HOSTILE_XML);
        }
        AsicContainer container = read.get();
        List<Finding> before = container.isSigned() ? AsicFindings.of(container) : List.of();
        return AsicFindings.isSafeToTransform(container)
                ? new Admission.Admitted(before, data -> AsicFindings.of(container, data, authorities))
                : new Admission.Refused(before);
    }

    private static Reason reason(ZipFault fault) {
        return switch (fault) {
            case MALFORMED -> Reason.MALFORMED;
            case TOO_MUCH -> Reason.HOSTILE_ZIP;
            case NAMES_DOUBLED -> Reason.ZIP_NAMES_DOUBLED;
            case NAME_UNSAFE -> Reason.ZIP_NAME_UNSAFE;
            case AMBIGUOUS -> Reason.ZIP_AMBIGUOUS;
        };
    }
}
