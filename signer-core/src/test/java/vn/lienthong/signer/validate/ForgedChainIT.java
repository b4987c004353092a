package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.ExternalResourcesOCSPSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.jcajce.JcaRespID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestKeys;
import vn.lienthong.signer.testpki.TestPki;

/** Chains that lead to a name instead of a key, and revocation data of strangers, of others and of yesterday. */
class ForgedChainIT {
    @TempDir
    static Path folder;

    private static DssSigner signer;
    /** Another PKI of the same names. */
    private static DssSigner twin;

    @BeforeAll
    static void twins() {
        signer = new DssSigner();
        twin = new DssSigner();
    }

    private static SignatureValidator with(RevocationSources sources) {
        return new SignatureValidator(
                signer.anchors(), sources, ValidationLimits.DEFAULT, Clock.fixed(signer.now, ZoneOffset.UTC));
    }

    private static RevocationSources lists(String name, byte[]... crls) throws IOException {
        Path lists = Files.createDirectories(folder.resolve(name));
        Files.write(lists.resolve("root.crl"), signer.pki.rootCrl());
        for (int i = 0; i < crls.length; i++) {
            Files.write(lists.resolve("issuing" + i + ".crl"), crls[i]);
        }
        return RevocationSources.folder(lists);
    }

    private static Verdict verdict(SignatureValidator validator, byte[] signed) throws IOException {
        ValidationOutcome outcome = validator.validate(Files.write(folder.resolve("signed.p7m"), signed));
        assertThat(outcome).isInstanceOf(ValidationOutcome.Judged.class);
        return ((ValidationOutcome.Judged) outcome).report().verdict();
    }

    private static byte[] signedBy(DssSigner with, Issued who) {
        return with.cades(
                CmsAttacks.LETTER, SignaturePackaging.ENVELOPING, SignatureLevel.CAdES_BASELINE_B, who, p -> {});
    }

    @Test
    void chainToATwinOfTheAnchorIsNotValid() throws IOException {
        SignatureValidator validator = with(lists("twin", signer.pki.crl(), twin.pki.crl(), twin.pki.rootCrl()));
        assertThat(verdict(validator, signedBy(signer, signer.official))).isEqualTo(Verdict.VALID);
        assertThat(verdict(validator, signedBy(twin, twin.official))).isNotEqualTo(Verdict.VALID);
        CmsForge mixed = new CmsForge(twin.official, CmsAttacks.LETTER, signer.now);
        mixed.certificates.add(CmsForge.certificate(signer.pki.intermediate()));
        mixed.certificates.add(CmsForge.certificate(signer.pki.root()));
        assertThat(verdict(validator, mixed.sign())).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void certificateThatAnOfficialIssuedIsNotValid() throws IOException, GeneralSecurityException {
        Issued forged = issuedBy(signer.official);
        SignatureValidator validator = with(lists("forged", signer.pki.crl()));
        CmsForge forge = new CmsForge(forged, CmsAttacks.LETTER, signer.now);
        signer.official.chain().forEach(c -> forge.certificates.add(CmsForge.certificate(c)));
        assertThat(verdict(validator, forge.sign())).isNotEqualTo(Verdict.VALID);
    }

    /** A certificate by the key of one who is no authority. */
    private static Issued issuedBy(Issued official) throws GeneralSecurityException {
        KeyPair pair = TestKeys.generate(SignatureScheme.ECDSA_SHA256, 0);
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    official.certificate(),
                    BigInteger.valueOf(77),
                    Date.from(signer.now.minus(Duration.ofDays(1))),
                    Date.from(signer.now.plus(Duration.ofDays(300))),
                    new javax.security.auth.x500.X500Principal("CN=Chủ tịch, O=UBND"),
                    pair.getPublic());
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(official.privateKey())));
            List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
            chain.addAll(official.chain());
            return new Issued(pair.getPrivate(), SignatureScheme.ECDSA_SHA256, chain);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    @Test
    void expiredEarlyAndWeakSignersAreNotValid() throws IOException {
        SignatureValidator validator = with(lists("weak", signer.pki.crl()));
        Profile profile = Profile.signer("Lê Văn Cường");
        for (Profile faulty : List.of(profile.expired(), profile.notYetValid(), profile.weak())) {
            Issued issued = signer.pki.issue(faulty);
            assertThat(verdict(validator, signedBy(signer, issued)))
                    .as(faulty.toString())
                    .isNotEqualTo(Verdict.VALID);
        }
    }

    @Test
    void listByAStrangerHidesNoRevocation() throws IOException {
        TestPki pki = signer.pki;
        Issued revoked = pki.issue(Profile.signer("Bị thu hồi").withScheme(SignatureScheme.ECDSA_SHA256));
        byte[] before = pki.crl();
        pki.revoke(revoked.certificate(), signer.now.minus(Duration.ofDays(2)));
        byte[] signed = signedBy(signer, revoked);
        assertThat(verdict(with(lists("before", before)), signed)).isEqualTo(Verdict.VALID);
        assertThat(verdict(with(lists("revoked", pki.crl())), signed)).isNotEqualTo(Verdict.VALID);
        Instant later = signer.now.minus(Duration.ofMinutes(1));
        byte[] strange = twin.pki.crl(later, later.plus(Duration.ofDays(2)));
        assertThat(verdict(with(lists("strange", strange)), signed))
                .as("a stranger's list alone")
                .isNotEqualTo(Verdict.VALID);
        assertThat(verdict(with(lists("newer", pki.crl(), strange)), signed))
                .as("a stranger's list that is newer")
                .isNotEqualTo(Verdict.VALID);
    }

    @Test
    void newerListByAStrangerDoesNotDisturb() throws IOException {
        Instant later = signer.now.minus(Duration.ofMinutes(1));
        byte[] strange = twin.pki.crl(later, later.plus(Duration.ofDays(2)));
        assertThat(verdict(with(lists("disturbed", signer.pki.crl(), strange)), signedBy(signer, signer.official)))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void listOfYesterdayIsNotEnough() throws IOException {
        byte[] old = signer.pki.crl(signer.now.minus(Duration.ofDays(9)), signer.now.minus(Duration.ofDays(8)));
        assertThat(verdict(with(lists("old", old)), signedBy(signer, signer.official)))
                .isNotEqualTo(Verdict.VALID);
    }

    /** An answer about that certificate, by whichever key. */
    private static byte[] ocsp(X509Certificate about, X509Certificate by, PrivateKey key, Instant thisUpdate) {
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            BasicOCSPRespBuilder builder =
                    new BasicOCSPRespBuilder(new JcaRespID(by.getPublicKey(), digests.get(CertificateID.HASH_SHA1)));
            builder.addResponse(
                    new CertificateID(
                            digests.get(CertificateID.HASH_SHA1),
                            new JcaX509CertificateHolder(signer.pki.intermediate()),
                            about.getSerialNumber()),
                    CertificateStatus.GOOD,
                    Date.from(thisUpdate),
                    Date.from(thisUpdate.plus(Duration.ofHours(12))));
            String scheme = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(
                                    new JcaContentSignerBuilder(scheme).build(key),
                                    new X509CertificateHolder[] {new JcaX509CertificateHolder(by)},
                                    Date.from(thisUpdate)))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RevocationSources responder(byte[] response) throws IOException {
        ExternalResourcesOCSPSource source = new ExternalResourcesOCSPSource(new ByteArrayInputStream(response));
        return new RevocationSources(
                lists("root").crl(),
                Optional.of(
                        (certificate, issuer) -> (OCSPToken) source.getRevocationTokens(certificate, issuer).stream()
                                .findFirst()
                                .orElse(null)),
                Optional.empty());
    }

    @Test
    void onlyAResponderOfTheIssuerIsBelieved() throws IOException {
        Issued responder = signer.pki.issue(Profile.ocspResponder("OCSP").withScheme(SignatureScheme.ECDSA_SHA256));
        Instant now = signer.now.minus(Duration.ofMinutes(5));
        X509Certificate about = signer.official.certificate();
        byte[] signed = signedBy(signer, signer.official);
        assertThat(verdict(with(responder(signer.pki.ocsp(about))), signed))
                .as("the issuer's own answer")
                .isEqualTo(Verdict.VALID);
        byte[] strange = ocsp(about, twin.pki.intermediate(), twin.official.privateKey(), now);
        assertThat(verdict(with(responder(strange)), signed))
                .as("a wrong signature")
                .isNotEqualTo(Verdict.VALID);
        Issued stranger = twin.pki.issue(Profile.ocspResponder("OCSP").withScheme(SignatureScheme.ECDSA_SHA256));
        byte[] ofTwin = ocsp(about, stranger.certificate(), stranger.privateKey(), now);
        assertThat(verdict(with(responder(ofTwin)), signed)).as("a stranger's").isNotEqualTo(Verdict.VALID);
        byte[] ofColleague = ocsp(about, signer.other.certificate(), signer.other.privateKey(), now);
        assertThat(verdict(with(responder(ofColleague)), signed))
                .as("of one who is no responder")
                .isNotEqualTo(Verdict.VALID);
        byte[] replayed =
                ocsp(about, responder.certificate(), responder.privateKey(), signer.now.minus(Duration.ofDays(3)));
        assertThat(verdict(with(responder(replayed)), signed)).as("replayed").isNotEqualTo(Verdict.VALID);
        byte[] ofOther = ocsp(signer.other.certificate(), responder.certificate(), responder.privateKey(), now);
        assertThat(verdict(with(responder(ofOther)), signed))
                .as("about another")
                .isNotEqualTo(Verdict.VALID);
    }
}
