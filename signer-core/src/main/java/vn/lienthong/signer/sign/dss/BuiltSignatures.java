package vn.lienthong.signer.sign.dss;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DocumentAnalyzer;
import eu.europa.esig.dss.spi.validation.analyzer.DocumentAnalyzerFactory;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;

/** The last look at a file before it is given out: each of its signatures fits its documents and its certificate. */
public final class BuiltSignatures {
    private BuiltSignatures() {}

    /**
     * Why the file must not be given out, or empty if each signature in it is whole.
     *
     * @param detached the documents that it is over, where it does not hold them
     */
    public static Optional<Refused> refusal(
            DSSDocument built, DocumentAnalyzerFactory factory, List<DSSDocument> detached) {
        DocumentAnalyzer analyzer = factory.create(built);
        analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
        if (!detached.isEmpty()) {
            analyzer.setDetachedContents(detached);
        }
        List<AdvancedSignature> signatures = analyzer.getSignatures();
        if (signatures.isEmpty()) {
            return Optional.of(new Refused(SignRefusal.SIGNATURE_UNKNOWN, "the file has no signature"));
        }
        signatures.forEach(AdvancedSignature::checkSignatureIntegrity);
        if (signatures.stream()
                .anyMatch(s -> !s.getSignatureCryptographicVerification().isReferenceDataFound())) {
            return Optional.of(new Refused(
                    SignRefusal.SIGNED_DOCUMENT_MISSING, "a document that a signature is over was not given"));
        }
        return signatures.stream().anyMatch(signature -> !isWhole(signature))
                ? Optional.of(new Refused(
                        SignRefusal.EXISTING_SIGNATURE_BROKEN,
                        "a signature in the file does not fit what it is over, or would not any more"))
                : Optional.empty();
    }

    private static boolean isWhole(AdvancedSignature signature) {
        signature.checkSignatureIntegrity();
        return signature.getSignatureCryptographicVerification().isSignatureValid()
                && signature.getCounterSignatures().stream().allMatch(BuiltSignatures::isWhole);
    }
}
