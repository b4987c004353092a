package vn.lienthong.signer.sign.augment;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.x509.Token;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.ValidationData;
import eu.europa.esig.dss.spi.validation.ValidationDataContainer;
import eu.europa.esig.dss.spi.validation.analyzer.DocumentAnalyzer;
import eu.europa.esig.dss.spi.validation.executor.CompleteValidationContextExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.DssClassLoader;
import vn.lienthong.signer.DssFile;
import vn.lienthong.signer.DssJson;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.augment.MaterialOutcome.Collected;
import vn.lienthong.signer.sign.augment.MaterialOutcome.NotCollected;
import vn.lienthong.signer.sign.dss.AugmentationRefused;
import vn.lienthong.signer.sign.dss.AugmentationTrust;
import vn.lienthong.signer.sign.dss.DssDocuments;

/**
 * Collects what level LT would put into a signed file, for somebody who puts it there himself. Thread-safe, from threads of
 * any class loader.
 */
public final class MaterialCollector {
    private static final Logger LOG = LoggerFactory.getLogger(MaterialCollector.class);

    private final AugmentationTrust trust;
    private final SigningLimits limits;
    private final AdesLimits adesLimits;

    public MaterialCollector(AugmentationTrust trust, SigningLimits limits, AdesLimits adesLimits) {
        this.trust = trust;
        this.limits = limits;
        this.adesLimits = adesLimits;
    }

    /**
     * The material of all signatures of the file and of their timestamps.
     *
     * @param detached the documents that it is over, where it does not hold them
     * @param digest of the one that it is over, where no more than that is here
     * @throws UncheckedIOException if a file cannot be read
     */
    public MaterialOutcome collect(Path signed, List<NamedDocument> detached, Optional<Digest> digest) {
        return DssClassLoader.call(() -> {
            try {
                return switch (SignedInput.of(signed, limits, adesLimits)) {
                    case SignedInput.NotReadable(Refused why) -> new NotCollected(why);
                    case SignedInput.Readable(SignedFormat format) -> {
                        DocumentAnalyzer analyzer = format.readers().create(new DssFile(signed));
                        List<DSSDocument> documents = DssDocuments.detached(detached, digest);
                        yield format == SignedFormat.JADES
                                ? DssJson.call(() -> collect(analyzer, documents))
                                : collect(analyzer, documents);
                    }
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private MaterialOutcome collect(DocumentAnalyzer analyzer, List<DSSDocument> detached) {
        try {
            analyzer.setCertificateVerifier(trust.verifier());
            // asks for revocation data of every certificate, and refuses where some is missing
            analyzer.setValidationContextExecutor(CompleteValidationContextExecutor.INSTANCE);
            if (!detached.isEmpty()) {
                analyzer.setDetachedContents(detached);
            }
            List<AdvancedSignature> signatures = analyzer.getSignatures();
            if (signatures.isEmpty()) {
                return notCollected(SignRefusal.SIGNATURE_UNKNOWN, "the file has no signature");
            }
            if (!signatures.stream().allMatch(MaterialCollector::isWhole)) {
                return notCollected(SignRefusal.EXISTING_SIGNATURE_BROKEN, "a signature does not fit what it is over");
            }
            ValidationDataContainer container = analyzer.getValidationData(signatures);
            ValidationData all = new ValidationData();
            signatures.forEach(
                    signature -> all.addValidationData(container.getAllValidationDataForSignature(signature)));
            return new Collected(new ValidationMaterial(
                    encoded(all.getCertificateTokens()), encoded(all.getCrlTokens()), encoded(all.getOcspTokens())));
        } catch (AugmentationRefused e) {
            return new NotCollected(e.refused());
        } catch (RuntimeException | StackOverflowError e) {
            // DSS and what is below it promise nothing about what hostile octets make them throw.
            LOG.warn("validation material of a signed file cannot be collected", e);
            return notCollected(SignRefusal.DOCUMENT_MALFORMED, "the document cannot be read");
        }
    }

    private static boolean isWhole(AdvancedSignature signature) {
        signature.checkSignatureIntegrity();
        return signature.getSignatureCryptographicVerification().isSignatureValid();
    }

    private static List<Bytes> encoded(Collection<? extends Token> tokens) {
        return tokens.stream()
                .map(token -> Bytes.of(token.getEncoded()))
                .distinct()
                .toList();
    }

    private static NotCollected notCollected(SignRefusal reason, String detail) {
        return new NotCollected(new Refused(reason, detail));
    }
}
