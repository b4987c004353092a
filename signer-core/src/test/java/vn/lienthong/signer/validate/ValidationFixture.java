package vn.lienthong.signer.validate;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.signature.MultipleDocumentsSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.pades.PadesSigner;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;

/** Signed documents of every format, made by software keys, and a validator that trusts them. */
final class ValidationFixture {
    static final Instant NOW = Instant.parse("2026-11-23T01:15:30Z");
    static final byte[] XML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<congVan><so>12/UBND-VP</so><noiDung>Họp ngày 25</noiDung></congVan>"
                    .getBytes(StandardCharsets.UTF_8);

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final TestPki pki = TestPki.at(NOW);
    final Issued signer;
    private final Path folder;
    private final KeysInMemory token = new KeysInMemory();
    private final CertifiedKey key;
    private final PadesSigner pades;
    final TimestampSource timestamps;

    ValidationFixture(Path folder) {
        this(folder, Profile.signer("Nguyễn Văn An").withScheme(SignatureScheme.ECDSA_SHA256));
    }

    ValidationFixture(Path folder, Profile profile) {
        this.folder = folder;
        this.signer = pki.issue(profile);
        this.key = token.put("signer", signer);
        Issued tsa = pki.issue(Profile.timestamping("TSA").withScheme(SignatureScheme.ECDSA_SHA256));
        this.timestamps = new LocalTimestampSource(new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                token.put("tsa", tsa),
                token,
                new RandomSerialNumbers(new SecureRandom()),
                clock));
        this.pades = new PadesSigner(token, timestamps, SigningLimits.DEFAULT, folder, clock);
    }

    /** A validator that has this PKI's root and CRLs. */
    SignatureValidator validator() {
        return validator(ValidationLimits.DEFAULT);
    }

    SignatureValidator validator(ValidationLimits limits) {
        return new SignatureValidator(anchors(), RevocationSources.folder(crls()), limits, clock);
    }

    /** A validator whose list by the issuing authority is out of date. */
    SignatureValidator validatorWithStaleList() {
        byte[] stale = pki.crl(NOW.minus(Duration.ofDays(10)), NOW.minus(Duration.ofDays(9)));
        return new SignatureValidator(
                anchors(), RevocationSources.folder(crls("stale", stale)), ValidationLimits.DEFAULT, clock);
    }

    SignatureValidator validatorWithoutRevocation() {
        return new SignatureValidator(anchors(), RevocationSources.none(), ValidationLimits.DEFAULT, clock);
    }

    TrustAnchors anchors() {
        try {
            return TrustAnchors.of(List.of(pki.root()));
        } catch (NoTrustAnchorsException e) {
            throw new IllegalStateException(e);
        }
    }

    Path crls() {
        return crls("crls", pki.crl());
    }

    /** A folder with this list by the issuing authority, and the root's. */
    Path crls(String name, byte[] issuing) {
        Path crls = folder.resolve(name);
        try {
            Files.createDirectories(crls);
            Files.write(crls.resolve("issuing.crl"), issuing);
            Files.write(crls.resolve("root.crl"), pki.rootCrl());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crls;
    }

    Path file(String name, byte[] octets) {
        try {
            return Files.write(folder.resolve(name), octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path emptyPdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        return file("letter.pdf", out.toByteArray());
    }

    /** The PDF, signed invisibly. */
    Path pdf(Path document, String name, SignatureLevel level) throws IOException {
        Path signed = folder.resolve(name);
        Files.deleteIfExists(signed);
        SignDocumentOutcome outcome =
                pades.sign(new SignRequest(document, signed, key, level, SignatureDetails.NONE, Optional.empty()));
        if (!(outcome instanceof SignDocumentOutcome.Signed)) {
            throw new IllegalStateException(outcome.toString());
        }
        return signed;
    }

    Path xades() {
        return xades(DigestAlgorithm.SHA256);
    }

    Path xades(DigestAlgorithm digest) {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setDigestAlgorithm(digest);
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        return sign("signed.xml", new InMemoryDocument(XML, "cv.xml"), parameters, new XAdESService(verifier()));
    }

    /** Signs one element and leaves the rest of the document open. */
    Path xadesOfPart() {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.INTERNALLY_DETACHED);
        DSSReference reference = new DSSReference();
        reference.setId("r1");
        reference.setUri("#phan1");
        reference.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        byte[] xml = "<a><b Id=\"phan1\">ký</b><c>không ký</c></a>".getBytes(StandardCharsets.UTF_8);
        InMemoryDocument document = new InMemoryDocument(xml, "a.xml");
        reference.setContents(document);
        reference.setTransforms(List.of(new CanonicalizationTransform("http://www.w3.org/2001/10/xml-exc-c14n#")));
        parameters.setReferences(List.of(reference));
        return sign("part.xml", document, parameters, new XAdESService(verifier()));
    }

    Path cades() {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.CAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        return sign("signed.p7m", new InMemoryDocument(XML, "cv.xml"), parameters, new CAdESService(verifier()));
    }

    Path asicXades() {
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_B);
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        return signMany("xades.asice", parameters, new ASiCWithXAdESService(verifier()));
    }

    Path asicCades() {
        ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.CAdES_BASELINE_B);
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        return signMany("cades.asice", parameters, new ASiCWithCAdESService(verifier()));
    }

    private <P extends AbstractSignatureParameters<?>> Path signMany(
            String name, P parameters, MultipleDocumentsSignatureService<P, ?> service) {
        prepare(parameters);
        List<DSSDocument> documents = List.of(
                new InMemoryDocument(XML, "cv.xml"),
                new InMemoryDocument("phụ lục".getBytes(StandardCharsets.UTF_8), "phuluc.txt"));
        ToBeSigned toBeSigned = service.getDataToSign(documents, parameters);
        return save(
                name,
                service.signDocument(documents, parameters, value(toBeSigned, parameters.getSignatureAlgorithm())));
    }

    private <P extends AbstractSignatureParameters<?>> Path sign(
            String name, DSSDocument document, P parameters, DocumentSignatureService<P, ?> service) {
        prepare(parameters);
        ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
        return save(
                name,
                service.signDocument(document, parameters, value(toBeSigned, parameters.getSignatureAlgorithm())));
    }

    void prepare(AbstractSignatureParameters<?> parameters) {
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                signer.chain().stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(NOW));
    }

    SignatureValue value(ToBeSigned toBeSigned, SignatureAlgorithm algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(signer.privateKey());
            signature.update(toBeSigned.getBytes());
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path save(String name, DSSDocument document) {
        try {
            Path path = folder.resolve(name);
            document.save(path.toString());
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs with whatever certificate there is: the verdict must find the fault. */
    private static CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        return verifier;
    }
}
