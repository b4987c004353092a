package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;
import vn.lienthong.signer.token.cryptoki.SoftHsm;

/** The official's key and the authority's are in a PKCS#11 token; every scheme that it offers gives a valid document. */
class PadesSoftHsmIT {
    private static final String TOKEN = "pades";
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path folder;

    private static TestPki pki;
    private static SigningToken token;
    private static PublicKey rsa;
    private static PublicKey ec;
    private static PadesSigner signer;

    @BeforeAll
    static void setUp() throws Exception {
        SoftHsm hsm = SoftHsm.instance();
        hsm.createToken(TOKEN);
        rsa = hsm.createKey(TOKEN, "rsa", KeyPairSpec.RSA_2048);
        ec = hsm.createKey(TOKEN, "ec", KeyPairSpec.EC_P256);
        PublicKey tsa = hsm.createKey(TOKEN, "tsa", KeyPairSpec.EC_P256);
        token = TokenPool.open(hsm.driver(TOKEN), SoftHsm.pin(), TokenPoolConfig.DEFAULT, CLOCK);
        pki = TestPki.at(CLOCK.instant());
        CertifiedKey tsaKey = new CertifiedKey(
                new KeyAlias("tsa"),
                SignatureScheme.ECDSA_SHA256,
                pki.certify(tsa, Profile.timestamping("TSA trong HSM")));
        TimestampAuthority authority = new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                tsaKey,
                token,
                new RandomSerialNumbers(new SecureRandom()),
                CLOCK);
        signer = new PadesSigner(token, new LocalTimestampSource(authority), SigningLimits.DEFAULT, folder, CLOCK);
        OfficialLetter.write(folder.resolve("letter.pdf"));
    }

    @AfterAll
    static void tearDown() {
        token.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_PKCS1_SHA256", "RSA_PSS_SHA256", "RSA_PSS_SHA512", "ECDSA_SHA256"})
    void strangersAcceptADocumentSignedInTheToken(SignatureScheme scheme) throws Exception {
        boolean isRsa = scheme.keyKind() == SignatureScheme.KeyKind.RSA;
        Profile profile = Profile.signer(OfficialLetter.SIGNER);
        CertifiedKey key =
                new CertifiedKey(new KeyAlias(isRsa ? "rsa" : "ec"), scheme, pki.certify(isRsa ? rsa : ec, profile));
        Path signed = folder.resolve(scheme + ".pdf");
        assertThat(signer.sign(new SignRequest(
                        folder.resolve("letter.pdf"),
                        signed,
                        key,
                        SignatureLevel.BASELINE_T,
                        SignatureDetails.NONE,
                        Optional.of(SigningFixture.officialSignature()))))
                .isInstanceOf(SignDocumentOutcome.Signed.class);
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", signed.toString()).said())
                .contains("Signature is Valid.", "Total document signed");
        assertThat(Judge.failures(signed, pki)).isEqualTo(List.of());
        Files.delete(signed);
    }
}
