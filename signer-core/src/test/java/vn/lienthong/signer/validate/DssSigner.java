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
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.signature.MultipleDocumentsSignatureService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Primitive;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;

/** XML, CMS and ASiC signed by DSS with software keys, in every packaging and level, and attacks on the way to them. */
final class DssSigner {
    /** The present: DSS looks at the system's clock when it adds revocation data. */
    final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    final TestPki pki = TestPki.at(now);
    final Issued official = pki.issue(Profile.signer("Nguyễn Văn An").withScheme(SignatureScheme.ECDSA_SHA256));
    final Issued other = pki.issue(Profile.signer("Trần Thị Bình"));
    private final TimestampSource timestamps;

    DssSigner() {
        this.timestamps = authority(pki);
    }

    private TimestampSource authority(TestPki ofPki) {
        KeysInMemory token = new KeysInMemory();
        return new LocalTimestampSource(new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                token.put("tsa", ofPki.issue(Profile.timestamping("TSA").withScheme(SignatureScheme.ECDSA_SHA256))),
                token,
                new RandomSerialNumbers(new SecureRandom()),
                Clock.fixed(now, ZoneOffset.UTC)));
    }

    /** A validator that trusts this PKI's root and has its lists. */
    SignatureValidator validator(java.nio.file.Path folder) {
        try {
            java.nio.file.Path crls = java.nio.file.Files.createDirectories(folder.resolve("crls"));
            java.nio.file.Files.write(crls.resolve("issuing.crl"), pki.crl());
            java.nio.file.Files.write(crls.resolve("root.crl"), pki.rootCrl());
            return new SignatureValidator(
                    anchors(),
                    RevocationSources.folder(crls),
                    ValidationLimits.DEFAULT,
                    Clock.fixed(now, ZoneOffset.UTC));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    TrustAnchors anchors() {
        try {
            return TrustAnchors.of(List.of(pki.root()));
        } catch (NoTrustAnchorsException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] xades(byte[] document, SignaturePackaging packaging) {
        return xades(document, packaging, SignatureLevel.XAdES_BASELINE_B, official, parameters -> {});
    }

    byte[] xades(
            byte[] document,
            SignaturePackaging packaging,
            SignatureLevel level,
            Issued signer,
            Consumer<XAdESSignatureParameters> change) {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setSignaturePackaging(packaging);
        prepare(parameters, signer);
        change.accept(parameters);
        XAdESService service = new XAdESService(verifier());
        service.setTspSource(bridge(timestamps));
        return sign(List.of(new InMemoryDocument(document, "cv.xml")), parameters, signer, service);
    }

    byte[] cades(byte[] document, SignaturePackaging packaging) {
        return cades(document, packaging, SignatureLevel.CAdES_BASELINE_B, official, parameters -> {});
    }

    byte[] cades(
            byte[] document,
            SignaturePackaging packaging,
            SignatureLevel level,
            Issued signer,
            Consumer<CAdESSignatureParameters> change) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setSignaturePackaging(packaging);
        prepare(parameters, signer);
        change.accept(parameters);
        CAdESService service = new CAdESService(verifier());
        service.setTspSource(bridge(timestamps));
        return sign(List.of(new InMemoryDocument(document, "cv.xml")), parameters, signer, service);
    }

    byte[] asicXades(ASiCContainerType type, SignatureLevel level, Issued signer, List<DSSDocument> documents) {
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.aSiC().setContainerType(type);
        prepare(parameters, signer);
        ASiCWithXAdESService service = new ASiCWithXAdESService(verifier());
        service.setTspSource(bridge(timestamps));
        return signMany(documents, parameters, signer, service);
    }

    byte[] asicCades(ASiCContainerType type, SignatureLevel level, Issued signer, List<DSSDocument> documents) {
        ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.aSiC().setContainerType(type);
        prepare(parameters, signer);
        ASiCWithCAdESService service = new ASiCWithCAdESService(verifier());
        service.setTspSource(bridge(timestamps));
        return signMany(documents, parameters, signer, service);
    }

    private <P extends AbstractSignatureParameters<?>> byte[] sign(
            List<DSSDocument> documents, P parameters, Issued signer, DocumentSignatureService<P, ?> service) {
        ToBeSigned toBeSigned = service.getDataToSign(documents.getFirst(), parameters);
        return DSSUtils.toByteArray(
                service.signDocument(documents.getFirst(), parameters, value(toBeSigned, parameters, signer)));
    }

    private <P extends AbstractSignatureParameters<?>> byte[] signMany(
            List<DSSDocument> documents, P parameters, Issued signer, MultipleDocumentsSignatureService<P, ?> service) {
        ToBeSigned toBeSigned = service.getDataToSign(documents, parameters);
        return DSSUtils.toByteArray(service.signDocument(documents, parameters, value(toBeSigned, parameters, signer)));
    }

    void prepare(AbstractSignatureParameters<?> parameters, Issued signer) {
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                signer.chain().stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(now));
    }

    static SignatureValue value(ToBeSigned toBeSigned, AbstractSignatureParameters<?> parameters, Issued signer) {
        SignatureAlgorithm algorithm = parameters.getSignatureAlgorithm();
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(signer.privateKey());
            signature.update(toBeSigned.getBytes());
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds whatever revocation data there is and signs with whatever certificate: the verdict must find the fault. */
    CommonCertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(pki.root()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(pki.crlSource());
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert());
        verifier.setRevocationFallback(true);
        return verifier;
    }

    /** A token over this SHA-256 by the authority of that PKI. */
    ASN1Primitive timestamp(byte[] sha256, TestPki ofPki) {
        Digest imprint = new Digest(vn.lienthong.signer.algorithm.DigestAlgorithm.SHA256, Bytes.of(sha256));
        if (authority(ofPki).timestamp(imprint) instanceof TimestampOutcome.Granted granted) {
            try {
                return ASN1Primitive.fromByteArray(granted.token().der().toArray());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("the test's authority grants");
    }

    private static TSPSource bridge(TimestampSource source) {
        return (algorithm, digest) -> {
            Digest imprint = new Digest(
                    vn.lienthong.signer.algorithm.DigestAlgorithm.ofOid(algorithm.getOid())
                            .orElseThrow(),
                    Bytes.of(digest));
            if (source.timestamp(imprint) instanceof TimestampOutcome.Granted granted) {
                return new TimestampBinary(granted.token().der().toArray());
            }
            throw new IllegalStateException("the test's authority grants");
        };
    }
}
