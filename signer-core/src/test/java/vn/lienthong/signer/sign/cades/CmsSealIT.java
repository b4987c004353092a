package vn.lienthong.signer.sign.cades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.cms.CmsOutcome;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.testpki.TestPki;

/** ETSI EN 319 122-1 §6: detached CAdES-BASELINE-B that OpenSSL accepts. */
class CmsSealIT {
    private static final byte[] CONTENT = "Gốc cây Merkle số 7".getBytes(StandardCharsets.UTF_8);
    private static final Clock CLOCK = Clock.systemUTC();
    private static TestPki pki;

    @TempDir
    Path folder;

    private final KeysInMemory token = new KeysInMemory();

    @BeforeAll
    static void setUp() {
        pki = TestPki.at(CLOCK.instant());
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_PKCS1_SHA256", "RSA_PSS_SHA256", "RSA_PSS_SHA512", "ECDSA_SHA256", "ECDSA_SHA512"})
    void opensslVerifiesTheSeal(SignatureScheme scheme) throws Exception {
        CmsOutcome outcome = seal(scheme).seal(CONTENT);
        byte[] der = ((CmsOutcome.Signed) outcome).contentInfo().toArray();
        Files.write(folder.resolve("seal.p7s"), der);
        Files.write(folder.resolve("content"), CONTENT);
        Pem.write(folder.resolve("root.pem"), List.of(pki.root()));
        assertThat(verify().said()).contains("Verification successful");
        Files.write(folder.resolve("content"), new byte[] {1});
        assertThat(verify().exitStatus()).isNotZero();

        var attributes = new CMSSignedData(der)
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next()
                .getSignedAttributes();
        assertThat(attributes.toHashtable().keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        CMSAttributes.contentType.getId(),
                        CMSAttributes.messageDigest.getId(),
                        CMSAttributes.signingTime.getId(),
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2.getId());
    }

    @Test
    void aSealByDigestIsASealByContent() {
        CmsSeal seal = seal(SignatureScheme.RSA_PKCS1_SHA256);
        CmsOutcome byDigest = seal.seal(DigestAlgorithm.SHA256.digest(CONTENT));
        assertThat(byDigest).isInstanceOf(CmsOutcome.Signed.class);
        assertThatIllegalArgumentException().isThrownBy(() -> seal.seal(DigestAlgorithm.SHA512.digest(CONTENT)));
    }

    @Test
    void refusesAKeyThatIsNotTheCertificates() {
        var mine = pki.issue(Profile.signer("Một").withScheme(SignatureScheme.ECDSA_SHA256));
        var other = pki.issue(Profile.signer("Hai").withScheme(SignatureScheme.ECDSA_SHA256));
        token.put("key", mine);
        CmsSeal seal = new CmsSeal(token, other.under("key"), CLOCK);
        assertThat(seal.seal(CONTENT)).isInstanceOf(CmsOutcome.Refused.class);
    }

    @Test
    void saysThatTheTokenIsDown() {
        CmsSeal seal = seal(SignatureScheme.ECDSA_SHA256);
        token.setDown(true);
        assertThat(seal.seal(CONTENT)).isInstanceOf(CmsOutcome.TokenDown.class);
    }

    private CmsSeal seal(SignatureScheme scheme) {
        return new CmsSeal(
                token,
                token.put("seal", pki.issue(Profile.signer("Con dấu nhật ký").withScheme(scheme))),
                CLOCK);
    }

    private Stranger verify() {
        return Stranger.run(
                folder,
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "seal.p7s",
                "-content",
                "content",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-out",
                "out");
    }
}
