package vn.lienthong.signer.sign.ades;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.augment.XmlRefusals;
import vn.lienthong.signer.sign.xades.NamespaceNames;
import vn.lienthong.signer.validate.xml.XmlShape;

/** What a request must be before anything is built for it. */
final class FormRules {
    private final AdesLimits limits;

    FormRules(AdesLimits limits) {
        this.limits = limits;
    }

    /** What can be seen without opening a document. */
    Optional<Refused> refusal(AdesRequest request) {
        SignatureForm form = request.form();
        int most = Math.min(form.mostDocuments(), limits.maxDocuments());
        if (request.documents().isEmpty() || request.documents().size() > most) {
            return refused(SignRefusal.DOCUMENT_COUNT, form + " is over 1 to " + most + " documents");
        }
        if (request.level().compareTo(form.highest()) > 0) {
            return refused(SignRefusal.LEVEL_NOT_POSSIBLE, form + " has no level above " + form.highest());
        }
        boolean ofPdf =
                request.appearance().isPresent() || request.certification().isPresent();
        if (ofPdf && form != SignatureForm.PADES) {
            return refused(SignRefusal.NOT_IN_THIS_FORM, form + " has no page, and certifies nothing");
        }
        Set<String> names = new HashSet<>();
        for (NamedDocument document : request.documents()) {
            if (!names.add(document.name().toLowerCase(Locale.ROOT))) {
                return refused(SignRefusal.DOCUMENT_NAMES, "two documents of one name");
            }
        }
        if (!request.key().scheme().digest().isSha2()) {
            Optional<Refused> unnamed = sha3Refusal(form, request.key().scheme());
            if (unnamed.isPresent()) {
                return unnamed;
            }
        }
        return isJose(form) ? joseRefusal(request) : Optional.empty();
    }

    /** RFC 7518 has no name for any signature with SHA-3, and RFC 9231 §2.3 none for RSA PKCS#1 with it. */
    private static Optional<Refused> sha3Refusal(SignatureForm form, SignatureScheme scheme) {
        boolean named = switch (form) {
            case JADES_COMPACT, JADES_FLATTENED, JADES_DETACHED -> false;
            case XADES_ENVELOPED, XADES_ENVELOPING, XADES_DETACHED, ASIC_S_XADES, ASIC_E_XADES ->
                scheme.keyKind() == KeyKind.EC;
            case PADES, CADES_ATTACHED, CADES_DETACHED, ASIC_S_CADES, ASIC_E_CADES -> true;
        };
        return named
                ? Optional.empty()
                : refused(SignRefusal.ALGORITHM_NOT_POSSIBLE, scheme + " has no name in " + form);
    }

    /** RFC 7518 §3.4: each ES algorithm has one curve. */
    private static Optional<Refused> joseRefusal(AdesRequest request) {
        SignatureScheme scheme = request.key().scheme();
        if (scheme.keyKind() == KeyKind.EC
                && request.key().certificate().getPublicKey() instanceof java.security.interfaces.ECKey key) {
            int bits = key.getParams().getCurve().getField().getFieldSize();
            int digestBits = scheme.digest().length() * Byte.SIZE;
            boolean fits = bits == digestBits || bits == 521 && digestBits == 512;
            if (!fits) {
                return refused(
                        SignRefusal.ALGORITHM_NOT_POSSIBLE,
                        scheme + " with a curve of " + bits + " bits has no JWA name");
            }
        }
        return Optional.empty();
    }

    /** What can be seen from the documents alone; PAdES and CAdES look at theirs by themselves. */
    Optional<Refused> documentRefusal(AdesRequest request) throws IOException {
        long most = mostBytes(request.form());
        long together = 0;
        for (NamedDocument document : request.documents()) {
            together += Files.size(document.file());
        }
        if (together > most) {
            return refused(SignRefusal.DOCUMENT_TOO_LARGE, "more than " + most + " octets");
        }
        if (request.form() == SignatureForm.XADES_ENVELOPED) {
            Path xml = request.documents().get(0).file();
            Optional<Refused> refused = XmlRefusals.of(XmlShape.of(xml, limits.maxXmlElements(), limits.maxXmlDepth()));
            return refused.isPresent() || NamespaceNames.areAbsolute(xml)
                    ? refused
                    : refused(
                            SignRefusal.DOCUMENT_MALFORMED,
                            "a namespace whose name is no absolute URI has no canonical form");
        }
        return Optional.empty();
    }

    long mostBytes(SignatureForm form) {
        return switch (form) {
            case XADES_ENVELOPED, XADES_ENVELOPING, JADES_COMPACT, JADES_FLATTENED -> limits.maxTreeBytes();
            case ASIC_S_XADES, ASIC_S_CADES, ASIC_E_XADES, ASIC_E_CADES -> limits.maxContainerBytes();
            // these are digested as they pass
            case XADES_DETACHED, JADES_DETACHED, PADES, CADES_ATTACHED, CADES_DETACHED -> Long.MAX_VALUE;
        };
    }

    private static boolean isJose(SignatureForm form) {
        return form == SignatureForm.JADES_COMPACT
                || form == SignatureForm.JADES_FLATTENED
                || form == SignatureForm.JADES_DETACHED;
    }

    private static Optional<Refused> refused(SignRefusal reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }
}
