package vn.lienthong.signer.sign.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.sign.pades.OfficialLetterFile;
import vn.lienthong.signer.sign.twostep.CompleteOutcome.Continued;
import vn.lienthong.signer.sign.twostep.CompleteOutcome.NotContinued;
import vn.lienthong.signer.sign.twostep.PrepareOutcome.NotPrepared;
import vn.lienthong.signer.sign.twostep.PrepareOutcome.Prepared;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;

/** The official's key is in a token that the server never sees; another program signs with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoStepSignerIT {
    private static final Bytes ASKED = Bytes.of("asked".getBytes(StandardCharsets.UTF_8));
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration MEANWHILE = Duration.ofMinutes(5);

    private Path folder;
    private AdesFixture server;
    private OfficialsToken token;
    private CertifiedKey official;
    private int files;

    @BeforeAll
    void setUp(@TempDir Path temporary) throws Exception {
        folder = temporary;
        server = new AdesFixture(folder);
        token = new OfficialsToken(folder);
        official = token.issue("official", KeyPairSpec.EC_P256, SignatureScheme.ECDSA_SHA256, server.pki);
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void isCompletedOnAnotherNodeInEachForm(SignatureForm form) throws Exception {
        SignatureLevel level = form.highest();
        Prepared prepared = prepared(request(form, level, official));
        Bytes signature = token.sign("official", prepared.toBeSigned());
        Path signed = signed(prepared.continuation(), signature, request(form, level, official));
        assertThat(failures(signed, form, level)).isEmpty();
    }

    @Test
    void strangersAcceptWhatAnRsaTokenSigned() throws Exception {
        CertifiedKey rsa = token.issue("rsa", KeyPairSpec.RSA_2048, SignatureScheme.RSA_PKCS1_SHA256, server.pki);
        for (SignatureForm form : List.of(SignatureForm.PADES, SignatureForm.CADES_DETACHED)) {
            Prepared prepared = prepared(request(form, SignatureLevel.BASELINE_T, rsa));
            Bytes signature = token.sign("rsa", prepared.toBeSigned());
            Path signed = signed(prepared.continuation(), signature, request(form, SignatureLevel.BASELINE_T, rsa));
            String file = signed.toString();
            if (form == SignatureForm.PADES) {
                assertThat(Stranger.run(folder, "pdfsig", "-nocert", file).said())
                        .contains("Signature is Valid")
                        .doesNotContain("Signature is Invalid");
            } else {
                String content = server.documents(form).get(0).file().toString();
                String[] verify = {
                    "openssl",
                    "cms",
                    "-verify",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    file,
                    "-CAfile",
                    "root.pem",
                    "-content",
                    content,
                    "-purpose",
                    "any",
                    "-out",
                    "out"
                };
                assertThat(Stranger.run(folder, verify).said()).contains("CMS Verification successful");
            }
        }
    }

    @Test
    void theOfficialsSignatureOnThePageIsPreparedAndCompleted() throws Exception {
        AdesRequest plain = request(SignatureForm.PADES, SignatureLevel.BASELINE_LTA, official);
        AdesRequest request = new AdesRequest(
                plain.documents(),
                plain.signed(),
                official,
                plain.form(),
                plain.level(),
                new SignatureDetails("Nguyễn Văn An", "Ký ban hành văn bản", "Bắc Kạn", ""),
                Optional.of(new VisibleSignature.OfficialSignature(
                        SampleSignature.png(), new Placement.AboveName(OfficialLetterFile.SIGNER))),
                Optional.of(Certification.FORMS_AND_SIGNATURES));
        Prepared prepared = prepared(request);
        Bytes signature = token.sign("official", prepared.toBeSigned());
        refuses(
                TwoStepRefusal.OTHER_DOCUMENTS,
                prepared.continuation(),
                signature,
                plain.at(plain.level(), folder.resolve("plain")));
        assertThat(failures(
                        signed(prepared.continuation(), signature, request),
                        SignatureForm.PADES,
                        SignatureLevel.BASELINE_LTA))
                .isEmpty();
    }

    @Test
    void theSameStepTakenAgainGivesTheSameOctets() throws Exception {
        AdesRequest request = request(SignatureForm.PADES, SignatureLevel.BASELINE_B, official);
        Prepared prepared = prepared(request);
        Bytes signature = token.sign("official", prepared.toBeSigned());
        Path again = folder.resolve("again-" + ++files);
        Path signed = signed(prepared.continuation(), signature, request);
        assertThat(signed(prepared.continuation(), signature, request.at(request.level(), again)))
                .hasSameBinaryContentAs(signed);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"PADES", "XADES_ENVELOPED", "CADES_DETACHED", "JADES_FLATTENED", "ASIC_E_CADES"})
    void completesNoOtherDocument(SignatureForm form) throws Exception {
        AdesRequest request = request(form, SignatureLevel.BASELINE_B, official);
        Prepared prepared = prepared(request);
        Bytes signature = token.sign("official", prepared.toBeSigned());
        NamedDocument document = request.documents().get(0);
        Path other = folder.resolve("other-" + ++files);
        String text = Files.readString(document.file(), StandardCharsets.ISO_8859_1);
        Files.writeString(
                other,
                form == SignatureForm.XADES_ENVELOPED ? text.replace("12/UBND", "13/UBND") : text + "\n",
                StandardCharsets.ISO_8859_1);
        refuses(
                TwoStepRefusal.OTHER_DOCUMENTS,
                prepared.continuation(),
                signature,
                request.over(List.of(new NamedDocument(document.name(), other))));
    }

    @Test
    void takesNoSignatureButTheOfficials() throws Exception {
        token.issue("another", KeyPairSpec.EC_P256, SignatureScheme.ECDSA_SHA256, server.pki);
        for (SignatureForm form : List.of(SignatureForm.PADES, SignatureForm.XADES_ENVELOPED)) {
            AdesRequest request = request(form, SignatureLevel.BASELINE_B, official);
            Prepared prepared = prepared(request);
            for (Bytes wrong : List.of(
                    token.sign("another", prepared.toBeSigned()), Bytes.of(new byte[0]), Bytes.of(new byte[64]))) {
                refuses(TwoStepRefusal.WRONG_SIGNATURE, prepared.continuation(), wrong, request);
            }
        }
    }

    @Test
    void takesNoOtherCertificateEvenOfTheSameKeysOwner() throws Exception {
        CertifiedKey other = token.issue("renewed", KeyPairSpec.EC_P256, SignatureScheme.ECDSA_SHA256, server.pki);
        AdesRequest request = request(SignatureForm.PADES, SignatureLevel.BASELINE_B, official);
        Prepared prepared = prepared(request);
        refuses(
                TwoStepRefusal.OTHER_CERTIFICATE,
                prepared.continuation(),
                token.sign("official", prepared.toBeSigned()),
                request(SignatureForm.PADES, SignatureLevel.BASELINE_B, other));
    }

    @Test
    void takesNoOtherFormOrLevel() throws Exception {
        Prepared prepared = prepared(request(SignatureForm.CADES_DETACHED, SignatureLevel.BASELINE_B, official));
        Bytes signature = token.sign("official", prepared.toBeSigned());
        // the digest is the same for all of these
        for (AdesRequest other : List.of(
                request(SignatureForm.CADES_ATTACHED, SignatureLevel.BASELINE_B, official),
                request(SignatureForm.CADES_DETACHED, SignatureLevel.BASELINE_T, official))) {
            refuses(TwoStepRefusal.OTHER_REQUEST, prepared.continuation(), signature, other);
        }
    }

    @Test
    void takesNoContinuationThatIsAlteredFromAnotherKeyOrTooOld() throws Exception {
        AdesRequest request = request(SignatureForm.PADES, SignatureLevel.BASELINE_B, official);
        Prepared prepared = prepared(request);
        Bytes signature = token.sign("official", prepared.toBeSigned());
        String text = prepared.continuation();
        char changed = text.charAt(40) == 'A' ? 'B' : 'A';
        refuses(
                TwoStepRefusal.CONTINUATION_FOREIGN,
                text.substring(0, 40) + changed + text.substring(41),
                signature,
                request);
        Prepared elsewhere = (Prepared) node(server.clock, 2).prepare(request, ASKED);
        refuses(TwoStepRefusal.CONTINUATION_FOREIGN, elsewhere.continuation(), signature, request);
        Prepared old =
                (Prepared) node(Clock.offset(server.clock, LIFE.negated()), 1).prepare(request, ASKED);
        refuses(
                TwoStepRefusal.CONTINUATION_EXPIRED,
                old.continuation(),
                token.sign("official", old.toBeSigned()),
                request);
    }

    @Test
    void anOfficialWhoIsRevokedBetweenTheStepsDoesNotSign() throws Exception {
        CertifiedKey leaving = token.issue("leaving", KeyPairSpec.EC_P256, SignatureScheme.ECDSA_SHA256, server.pki);
        AdesRequest request = request(SignatureForm.XADES_ENVELOPED, SignatureLevel.BASELINE_B, leaving);
        Prepared prepared = prepared(request);
        Bytes signature = token.sign("leaving", prepared.toBeSigned());
        server.pki.revoke(leaving.certificate(), server.clock.instant());
        server.writeCrls();
        assertThat(now().complete(prepared.continuation(), signature, asked -> request))
                .isInstanceOfSatisfying(
                        Continued.class,
                        c -> assertThat(c.outcome())
                                .isInstanceOfSatisfying(
                                        Refused.class,
                                        r -> assertThat(r.reason()).isEqualTo(SignRefusal.CERTIFICATE_REVOKED)));
        assertThat(request.signed()).doesNotExist();
    }

    @Test
    void preparesNothingThatCannotBeSigned() {
        AdesRequest request = request(SignatureForm.XADES_ENVELOPED, SignatureLevel.BASELINE_B, official)
                .over(List.of(server.document("phu luc 1.txt")));
        assertThat(now().prepare(request, ASKED))
                .isInstanceOfSatisfying(
                        NotPrepared.class,
                        n -> assertThat(n.why())
                                .isInstanceOfSatisfying(
                                        Refused.class,
                                        r -> assertThat(r.reason()).isEqualTo(SignRefusal.XML_MALFORMED)));
    }

    private Path signed(String continuation, Bytes signature, AdesRequest request) {
        CompleteOutcome outcome = now().complete(continuation, signature, asked -> {
            assertThat(asked).isEqualTo(ASKED);
            return request;
        });
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Continued.class, c -> assertThat(c.outcome()).isInstanceOf(Signed.class));
        return request.signed();
    }

    private void refuses(TwoStepRefusal reason, String continuation, Bytes signature, AdesRequest request) {
        assertThat(now().complete(continuation, signature, asked -> request))
                .isInstanceOfSatisfying(
                        NotContinued.class, n -> assertThat(n.reason()).isEqualTo(reason));
        assertThat(request.signed()).doesNotExist();
    }

    /** Prepared five minutes ago, by a node that is no more. */
    private Prepared prepared(AdesRequest request) {
        PrepareOutcome outcome =
                node(Clock.offset(server.clock, MEANWHILE.negated()), 1).prepare(request, ASKED);
        assertThat(outcome).isInstanceOf(Prepared.class);
        assertThat(request.signed()).doesNotExist();
        return (Prepared) outcome;
    }

    private List<String> failures(Path signed, SignatureForm form, SignatureLevel level) {
        List<Path> detached = form.isDetached()
                ? server.documents(form).stream().map(NamedDocument::file).toList()
                : List.of();
        return DssJudge.failures(signed, detached, server.pki, AdesFixture.format(form, level));
    }

    private AdesRequest request(SignatureForm form, SignatureLevel level, CertifiedKey key) {
        return AdesFixture.request(form, level, key, server.documents(form), folder.resolve("signed-" + ++files));
    }

    private TwoStepSigner now() {
        return node(server.clock, 1);
    }

    /** A server that has just started, and knows nothing of any other but the key of the seal. */
    private TwoStepSigner node(Clock clock, int key) {
        byte[] octets = new byte[32];
        octets[0] = (byte) key;
        return new TwoStepSigner(
                new ContinuationSeal(List.of(new SecretKeySpec(octets, "AES")), new SecureRandom(), clock, LIFE),
                server.timestamps(),
                server.anchors(),
                server.revocation(),
                SigningLimits.DEFAULT,
                AdesLimits.DEFAULT,
                folder,
                clock);
    }
}
