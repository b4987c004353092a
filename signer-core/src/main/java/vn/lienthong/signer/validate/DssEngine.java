package vn.lienthong.signer.validate;

import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESValidatorFactory;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidatorFactory;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidatorFactory;
import eu.europa.esig.dss.jades.validation.JAdESDocumentValidatorFactory;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.DocumentValidatorFactory;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.dss.validation.timestamp.DetachedTimestampValidatorFactory;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidatorFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import vn.lienthong.signer.DssFile;
import vn.lienthong.signer.DssJson;
import vn.lienthong.signer.policy.StrictPolicy;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.trust.TrustAnchors;

/**
 * DSS, set up so that it trusts our anchors only, reaches the network only through our sources, and judges by our policy.
 * The policy is parsed once; all else that DSS keeps state in is made anew for each document. Thread-safe.
 */
final class DssEngine {
    /** A PDF up to this size is kept in memory while it is looked at; a larger one in temporary files. */
    private static final long MEMORY = 16L << 20;

    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final RevocationSources sources;
    private final ValidationPolicy policy = StrictPolicy.load();

    DssEngine(TrustAnchors anchors, RevocationSources sources) {
        this.sources = sources;
        anchors.certificates().forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
    }

    /** The reports for a document that is judged as of {@code at}. Any runtime exception means that DSS cannot read it. */
    Reports validate(Path document, DocumentFormat format, List<DetachedContent> detachedContents, Instant at) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // DSS finds its parts by ServiceLoader through this loader, which on a server's own threads is another one
        thread.setContextClassLoader(DssEngine.class.getClassLoader());
        try {
            return format == DocumentFormat.JWS
                    ? DssJson.call(() -> judged(document, format, detachedContents, at))
                    : judged(document, format, detachedContents, at);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Reports judged(Path document, DocumentFormat format, List<DetachedContent> detachedContents, Instant at) {
        SignedDocumentValidator validator = validator(document, format);
        validator.setCertificateVerifier(verifier());
        validator.setSignaturePolicyProvider(noPolicyFetched());
        validator.setValidationTime(Date.from(at));
        validator.setLocale(Locale.ENGLISH);
        validator.setEnableEtsiValidationReport(false);
        if (!detachedContents.isEmpty()) {
            validator.setDetachedContents(
                    detachedContents.stream().map(DssEngine::document).toList());
        }
        return validator.validateDocument(policy);
    }

    private static SignedDocumentValidator validator(Path document, DocumentFormat format) {
        DSSDocument file = document(document);
        if (format != DocumentFormat.PDF) {
            return factories(format).stream()
                    .filter(factory -> factory.isSupported(file))
                    .findFirst()
                    .orElseThrow(() -> new UnsupportedOperationException("no signed document of a known format"))
                    .create(file);
        }
        // rendering two revisions of each page takes most of the time, and refuses honest files while attacks pass:
        // it informs people, and never judges; the comparison of objects does
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        PdfBoxDefaultObjectFactory factory = new PdfBoxDefaultObjectFactory();
        factory.setPdfDifferencesFinder(differences);
        factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.mixed(MEMORY));
        PDFDocumentValidator validator = new PDFDocumentValidator(file);
        validator.setPdfObjFactory(factory);
        return validator;
    }

    /** Only what reads that format looks at the file: the one for JSON is not thread-safe. */
    private static List<DocumentValidatorFactory> factories(DocumentFormat format) {
        return switch (format) {
            case PDF -> List.of();
            case XML -> List.of(new XMLDocumentValidatorFactory());
            case CMS -> List.of(new CMSDocumentValidatorFactory(), new DetachedTimestampValidatorFactory());
            case JWS -> List.of(new JAdESDocumentValidatorFactory());
            case ASIC ->
                List.of(new ASiCContainerWithXAdESValidatorFactory(), new ASiCContainerWithCAdESValidatorFactory());
        };
    }

    private static DSSDocument document(DetachedContent content) {
        DSSDocument document = document(content.file());
        document.setName(content.name());
        return document;
    }

    private static DSSDocument document(Path path) {
        return new DssFile(path);
    }

    private CertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true); // simple: no fetching of its own
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(sources.aia().orElse(null));
        verifier.setCrlSource(sources.crl().orElse(null));
        verifier.setOcspSource(sources.ocsp().orElse(null));
        return verifier;
    }

    /** The default one fetches whatever address a signature names. */
    private static SignaturePolicyProvider noPolicyFetched() {
        SignaturePolicyProvider provider = new SignaturePolicyProvider();
        provider.setDataLoader(RefusingDataLoader.INSTANCE);
        return provider;
    }
}
