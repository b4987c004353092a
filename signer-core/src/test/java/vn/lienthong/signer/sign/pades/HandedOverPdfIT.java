package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.HandedOver;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.token.CertifiedKey;

/** A document that is the signer's alone is not copied and not hashed again, and is lost to nobody when it is not signed. */
class HandedOverPdfIT {
    @TempDir
    Path folder;

    private SigningFixture fixture;
    private Path letter;
    private byte[] unsigned;

    @BeforeEach
    void setUp() throws Exception {
        fixture = new SigningFixture(folder);
        letter = OfficialLetter.write(folder.resolve("letter.pdf"));
        unsigned = Files.readAllBytes(letter);
    }

    /** With SHA-256 nothing is hashed twice; with the others the document is. */
    @ParameterizedTest
    @EnumSource(names = {"RSA_PKCS1_SHA256", "RSA_PSS_SHA512", "ECDSA_SHA384"})
    void becomesTheSignedOne(SignatureScheme scheme) throws Exception {
        CertifiedKey key = fixture.token.put(
                "key", fixture.pki.issue(Profile.signer(OfficialLetter.SIGNER).withScheme(scheme)));
        SignDocumentOutcome outcome = fixture.signer.sign(
                request(key, HandedOver.of(sha256(unsigned)), SigningFixture.officialSignature(), Optional.empty()));

        Path signed = folder.resolve("signed.pdf");
        assertThat(letter).doesNotExist();
        byte[] octets = Files.readAllBytes(signed);
        assertThat(octets).startsWith(unsigned);
        assertThat(outcome).isInstanceOfSatisfying(Signed.class, s -> {
            assertThat(s.digest()).isEqualTo(DigestAlgorithm.SHA256.digest(octets));
            assertThat(s.length()).isEqualTo(octets.length);
        });
        assertThat(folder.toFile().list()).containsExactly("signed.pdf");
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", "signed.pdf").said())
                .contains("Signature is Valid.");
        assertThat(Judge.failures(signed, fixture.pki)).isEmpty();
    }

    @Test
    void staysWhereItIsToStay() throws Exception {
        assertThat(fixture.signer.sign(request(
                        fixture.official,
                        HandedOver.of(sha256(unsigned)).toStay(),
                        SigningFixture.officialSignature(),
                        Optional.empty())))
                .isInstanceOf(Signed.class);
        assertThat(letter).hasBinaryContent(unsigned);
        assertThat(Judge.failures(folder.resolve("signed.pdf"), fixture.pki)).isEmpty();
    }

    @Test
    void isAsItWasWhenItIsNotSigned() throws Exception {
        // certifying comes first or not at all: this is found when everything has been read
        assertThat(fixture.sign(letter, "first.pdf", fixture.official, SigningFixture.officialSignature()))
                .isInstanceOf(Signed.class);
        Files.move(folder.resolve("first.pdf"), letter, StandardCopyOption.REPLACE_EXISTING);
        byte[] first = Files.readAllBytes(letter);
        assertThat(fixture.signer.sign(request(
                        fixture.agency,
                        HandedOver.of(sha256(first)),
                        SigningFixture.agencySeal(),
                        Optional.of(Certification.FORMS_AND_SIGNATURES))))
                .isInstanceOf(Refused.class);
        assertThat(letter).hasBinaryContent(first);

        fixture.token.setDown(true);
        assertThat(fixture.signer.sign(request(
                        fixture.agency, HandedOver.of(sha256(first)), SigningFixture.agencySeal(), Optional.empty())))
                .isInstanceOf(SignDocumentOutcome.TokenDown.class);
        assertThat(letter).hasBinaryContent(first);
        assertThat(folder.toFile().list()).containsExactly("letter.pdf");
    }

    /** What came in was another file than this: the signature is over what came in, and no reader takes it for this one's. */
    @Test
    void isNotSignedForOctetsThatDidNotComeIn() throws Exception {
        byte[] other = unsigned.clone();
        other[other.length / 2] ^= 1;
        assertThat(fixture.signer.sign(request(
                        fixture.official,
                        HandedOver.of(sha256(other)),
                        SigningFixture.officialSignature(),
                        Optional.empty())))
                .isInstanceOf(Signed.class);
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", "signed.pdf").said())
                .doesNotContain("Signature is Valid.");
    }

    private SignRequest request(
            CertifiedKey key,
            HandedOver handedOver,
            VisibleSignature appearance,
            Optional<Certification> certification) {
        return new SignRequest(
                letter,
                Optional.of(handedOver),
                folder.resolve("signed.pdf"),
                key,
                SignatureLevel.BASELINE_T,
                SignatureDetails.NONE,
                Optional.of(appearance),
                certification);
    }

    private static MessageDigest sha256(byte[] octets) {
        MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
        digest.update(octets);
        return digest;
    }
}
