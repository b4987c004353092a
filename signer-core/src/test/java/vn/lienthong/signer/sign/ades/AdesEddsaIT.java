package vn.lienthong.signer.sign.ades;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.policy.EtsiValidationPolicyFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.validate.SignatureReport;
import vn.lienthong.signer.validate.Verdict;

/**
 * Ed25519 in every form (RFC 8419, RFC 9231, RFC 8037). It is not among the algorithms of TS 119 312 and of Circular
 * 15/2025/TT-BKHCN: a validator that keeps to them cannot say "valid", and says why; one that allows it has nothing else
 * to find.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdesEddsaIT {
    private static final SignatureScheme SCHEME = SignatureScheme.ED25519;

    private Path folder;
    private AdesFixture fixture;
    private int files;

    @BeforeAll
    void setUp(@TempDir Path temporary) {
        folder = temporary;
        fixture = new AdesFixture(folder);
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void passesWhereEddsaIsAllowed(SignatureForm form) throws Exception {
        Path signed = signed(
                form,
                SignatureLevel.BASELINE_T.compareTo(form.highest()) > 0
                        ? SignatureLevel.BASELINE_B
                        : SignatureLevel.BASELINE_T);
        SimpleReport report = judged(signed, form);
        assertThat(report.getSignatureIdList())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(report.getIndication(id))
                        .as(report.getSubIndication(id) + " "
                                + report.getAdESValidationErrors(id).stream()
                                        .map(message -> message.getValue())
                                        .toList())
                        .isEqualTo(Indication.TOTAL_PASSED));
    }

    @ParameterizedTest
    @EnumSource(names = {"PADES", "XADES_ENVELOPED", "CADES_ATTACHED", "JADES_FLATTENED", "ASIC_E_CADES"})
    void isNeverValidByTheLawsList(SignatureForm form) throws Exception {
        SignatureReport report = fixture.report(signed(form, SignatureLevel.BASELINE_T), Optional.empty());
        assertThat(report.verdict()).as(report.toString()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures())
                .allSatisfy(signature -> assertThat(signature.verdict()).isEqualTo(Verdict.INDETERMINATE));
        assertThat(report.toString()).contains("CRYPTO_CONSTRAINTS");
    }

    /** OpenSSL 3.0 has Ed25519 but not in CMS, so it is given the octets that were signed: the attributes, as a SET OF. */
    @Test
    void opensslVerifiesTheSignedAttributes() throws Exception {
        CMSSignedData cms = new CMSSignedData(
                new CMSProcessableByteArray(Files.readAllBytes(
                        fixture.documents(SignatureForm.CADES_DETACHED).get(0).file())),
                Files.readAllBytes(signed(SignatureForm.CADES_DETACHED, SignatureLevel.BASELINE_B)));
        SignerInformation signer = cms.getSignerInfos().iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .build(fixture.key(SCHEME).certificate())))
                .isTrue();
        // RFC 8419 §3.1
        assertThat(signer.getEncryptionAlgOID()).isEqualTo("1.3.101.112");
        assertThat(signer.getDigestAlgOID()).isEqualTo("2.16.840.1.101.3.4.2.3");
        assertThat(signer.getSignedAttributes().get(CMSAttributes.messageDigest))
                .isNotNull();
        opensslVerifies(signer.getEncodedSignedAttributes(), signer.getSignature());
    }

    @Test
    void opensslVerifiesTheJws() throws Exception {
        List<String> parts = List.of(Files.readString(signed(SignatureForm.JADES_COMPACT, SignatureLevel.BASELINE_B))
                .split("\\.", -1));
        JsonNode header =
                JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(parts.get(0)));
        assertThat(header.get("alg").textValue()).isEqualTo("EdDSA");
        opensslVerifies(
                (parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII),
                Base64.getUrlDecoder().decode(parts.get(2)));
    }

    @Test
    void namesItsMethodInXml() throws Exception {
        assertThat(Files.readString(signed(SignatureForm.XADES_ENVELOPED, SignatureLevel.BASELINE_B)))
                .contains("http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519");
    }

    private Path signed(SignatureForm form, SignatureLevel level) {
        Path signed = folder.resolve("ed-" + ++files + form.extension());
        assertThat(fixture.sign(form, level, SCHEME, signed)).isInstanceOf(Signed.class);
        return signed;
    }

    private SimpleReport judged(Path signed, SignatureForm form) throws Exception {
        List<Path> detached = form.isDetached()
                ? fixture.documents(form).stream().map(NamedDocument::file).toList()
                : List.of();
        try (InputStream policy = allowingEddsa()) {
            return DssJudge.report(signed, detached, fixture.pki, policy);
        }
    }

    /** DSS's own policy, with the line that it has in a comment. */
    private static InputStream allowingEddsa() throws Exception {
        try (InputStream own = EtsiValidationPolicyFactory.class.getResourceAsStream("/policy/constraint.xml")) {
            String text = new String(own.readAllBytes(), StandardCharsets.UTF_8);
            String allowing = text.replaceFirst(
                            "<AcceptableEncryptionAlgo>", "<AcceptableEncryptionAlgo><Algo>EdDSA</Algo>")
                    .replaceFirst("<MiniPublicKeySize([^>]*)>", "<MiniPublicKeySize$1><Algo Size=\"24\">EdDSA</Algo>");
            assertThat(allowing).isNotEqualTo(text);
            return new ByteArrayInputStream(allowing.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void opensslVerifies(byte[] message, byte[] signature) throws Exception {
        Files.write(folder.resolve("message"), message);
        Files.write(folder.resolve("signature"), signature);
        Files.write(
                folder.resolve("signer.der"), fixture.key(SCHEME).certificate().getEncoded());
        String key = Stranger.run(folder, "openssl", "x509", "-inform", "DER", "-in", "signer.der", "-noout", "-pubkey")
                .said();
        Files.writeString(folder.resolve("signer.pem"), key);
        assertThat(openssl()).contains("Signature Verified Successfully");
        message[message.length - 1] ^= 1;
        Files.write(folder.resolve("message"), message);
        assertThat(openssl()).doesNotContain("Successfully");
    }

    private String openssl() {
        return Stranger.run(
                        folder,
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "signer.pem",
                        "-rawin",
                        "-in",
                        "message",
                        "-sigfile",
                        "signature")
                .said();
    }
}
