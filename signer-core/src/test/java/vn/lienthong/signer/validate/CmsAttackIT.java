package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.cades.signature.CAdESCounterSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** Attacks on CMS: none is called valid, and each has a name; what DSS and OpenSSL sign is valid. */
class CmsAttackIT {
    private static final byte[] LETTER = CmsAttacks.LETTER;

    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static SignatureValidator validator;

    @BeforeAll
    static void trust() {
        signer = new DssSigner();
        validator = signer.validator(folder);
    }

    private static ValidationOutcome outcome(byte[] cms) throws IOException {
        return validator.validate(Files.write(folder.resolve("signed.p7m"), cms));
    }

    private static boolean isValid(ValidationOutcome outcome) {
        return outcome instanceof Judged judged && judged.report().verdict() == Verdict.VALID;
    }

    private static void isValidWith(String name, ValidationOutcome outcome, FindingCode... told) {
        assertThat(outcome).as(name).isInstanceOfSatisfying(Judged.class, judged -> {
            assertThat(judged.report().verdict())
                    .as(name + " " + judged.report())
                    .isEqualTo(Verdict.VALID);
            assertThat(judged.report().findings())
                    .as(name)
                    .extracting(Finding::code)
                    .containsExactly(told);
        });
    }

    @TestFactory
    Stream<DynamicTest> noneIsValid() {
        return CmsAttacks.by(signer).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> refuses(entry.getValue())));
    }

    private static void refuses(Attack attack) throws IOException {
        ValidationOutcome outcome = outcome(attack.file().toArray());
        assertThat(isValid(outcome)).as(outcome.toString()).isFalse();
        attack.expected()
                .ifPresent(code -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Judged.class,
                                judged -> assertThat(judged.report().findings())
                                        .extracting(Finding::code)
                                        .contains(code)));
    }

    @Test
    void theForgesHonestDocumentIsValid() throws IOException {
        isValidWith("forge", outcome(new CmsForge(signer.official, LETTER, signer.now).sign()));
        isValidWith(
                "plain CMS",
                outcome(new CmsForge(signer.official, LETTER, signer.now)
                        .without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                        .sign()),
                FindingCode.SIGNING_CERTIFICATE_NOT_BOUND);
    }

    /** The attacks are real: OpenSSL finds the signature of these right. */
    @Test
    void opensslFindsTheSignaturesOfAttacksRight() throws IOException {
        Path root = Pem.write(folder.resolve("root.pem"), List.of(signer.pki.root()));
        for (String name : List.of(
                "unsigned-attribute-of-no-kind",
                "signed-attributes-shown-as-content",
                "certificate-of-a-stranger",
                "octet-behind")) {
            Path file = Files.write(
                    folder.resolve(name + ".p7m"),
                    CmsAttacks.by(signer).get(name).file().toArray());
            Stranger openssl = Stranger.run(
                    folder,
                    "openssl",
                    "cms",
                    "-verify",
                    "-inform",
                    "DER",
                    "-binary",
                    "-in",
                    file.toString(),
                    "-CAfile",
                    root.toString(),
                    "-purpose",
                    "any",
                    "-out",
                    "content");
            assertThat(openssl.exitStatus()).as(name + " " + openssl.said()).isZero();
        }
    }

    @Test
    void everyPackagingAndLevelOfDssIsValid() throws IOException {
        Path content = Files.write(folder.resolve("cv.xml"), LETTER);
        for (String level : List.of("B", "T", "LT", "LTA")) {
            SignatureLevel cades = SignatureLevel.valueOf("CAdES_BASELINE_" + level);
            isValidWith(
                    level,
                    outcome(signer.cades(LETTER, SignaturePackaging.ENVELOPING, cades, signer.official, p -> {})));
            Path detached = Files.write(
                    folder.resolve("detached.p7s"),
                    signer.cades(LETTER, SignaturePackaging.DETACHED, cades, signer.official, p -> {}));
            isValidWith("detached " + level, validator.validate(detached, content));
        }
        byte[] once = signer.cades(LETTER, SignaturePackaging.ENVELOPING);
        isValidWith(
                "two signers",
                outcome(signer.cades(
                        once, SignaturePackaging.ENVELOPING, SignatureLevel.CAdES_BASELINE_T, signer.other, p -> {})));
    }

    @Test
    void counterSignatureIsValid() throws IOException {
        byte[] signed = signer.cades(LETTER, SignaturePackaging.ENVELOPING);
        InMemoryDocument document = new InMemoryDocument(signed, "cv.p7m");
        String id = ((Judged) outcome(signed)).report().signatures().getFirst().id();
        CAdESCounterSignatureParameters parameters = new CAdESCounterSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setSignatureIdToCounterSign(id);
        signer.prepare(parameters, signer.other);
        CAdESService service = new CAdESService(signer.verifier());
        var toBeSigned = service.getDataToBeCounterSigned(document, parameters);
        isValidWith(
                "counter-signed",
                outcome(DSSUtils.toByteArray(service.counterSignSignature(
                        document, parameters, DssSigner.value(toBeSigned, parameters, signer.other)))));
    }

    @Test
    void whatOpensslSignsIsValid() throws IOException {
        Path content = Files.write(folder.resolve("letter.txt"), LETTER);
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(signer.other.privateKey().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Pem.write(folder.resolve("signer.pem"), List.of(signer.other.certificate()));
        Pem.write(folder.resolve("chain.pem"), List.of(signer.pki.intermediate()));
        FindingCode[] plain = {FindingCode.SIGNING_CERTIFICATE_NOT_BOUND};
        FindingCode[] none = {};
        isValidWith("cades", openssl(content, "-cades", "-nodetach"), none);
        isValidWith("cades, detached", validator.validate(opensslFile(content, "-cades"), content), none);
        isValidWith("cades, streamed", openssl(content, "-cades", "-nodetach", "-stream"), none);
        isValidWith("cades, by key", openssl(content, "-cades", "-nodetach", "-keyid"), none);
        isValidWith("plain", openssl(content, "-nodetach"), plain);
        isValidWith("plain, streamed", openssl(content, "-nodetach", "-stream"), plain);
    }

    private static ValidationOutcome openssl(Path content, String... options) throws IOException {
        return validator.validate(opensslFile(content, options));
    }

    private static Path opensslFile(Path content, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "cms",
                "-sign",
                "-binary",
                "-outform",
                "DER",
                "-md",
                "sha256",
                "-nosmimecap",
                "-signer",
                "signer.pem",
                "-inkey",
                "key.pem",
                "-certfile",
                "chain.pem",
                "-in",
                content.toString(),
                "-out",
                "openssl.p7m"));
        command.addAll(List.of(options));
        Stranger openssl = Stranger.run(folder, command.toArray(String[]::new));
        assertThat(openssl.exitStatus()).as(openssl.said()).isZero();
        return folder.resolve("openssl.p7m");
    }

    @Test
    void detachedContentIsTheContent() throws IOException {
        Path other = Files.write(folder.resolve("khac.txt"), "Chi 900".getBytes(StandardCharsets.UTF_8));
        Path enveloping = Files.write(folder.resolve("e.p7m"), signer.cades(LETTER, SignaturePackaging.ENVELOPING));
        assertThat(validator.validate(enveloping, other))
                .isInstanceOfSatisfying(
                        Judged.class,
                        judged -> assertThat(judged.report().findings())
                                .extracting(Finding::code)
                                .containsExactly(FindingCode.DETACHED_CONTENT_NOT_SIGNED));
        Path detached = Files.write(folder.resolve("d.p7s"), signer.cades(LETTER, SignaturePackaging.DETACHED));
        assertThat(isValid(validator.validate(detached, other))).isFalse();
        assertThat(validator.validate(detached))
                .isInstanceOfSatisfying(
                        Judged.class,
                        judged -> assertThat(
                                        judged.report().signatures().getFirst().subIndication())
                                .isEqualTo("SIGNED_DATA_NOT_FOUND"));
    }

    /** A document with a timestamp, in which every tag is changed once. */
    @Test
    void changedTagIsNotValid() throws IOException {
        byte[] honest = signer.cades(
                LETTER, SignaturePackaging.ENVELOPING, SignatureLevel.CAdES_BASELINE_T, signer.official, p -> {});
        assertThat(isValid(outcome(honest))).isTrue();
        List<DerTags.Change> taken = new ArrayList<>();
        for (DerTags.Change change : DerTags.changes(honest)) {
            if (isValid(outcome(change.in(honest)))) {
                taken.add(change);
            }
        }
        assertThat(taken).as(() -> HexFormat.of().formatHex(honest)).isEmpty();
    }

    @Test
    void randomChangesAreNotValidAndThrowNothing() throws IOException {
        List<byte[]> honest = List.of(
                signer.cades(LETTER, SignaturePackaging.ENVELOPING),
                signer.cades(
                        LETTER,
                        SignaturePackaging.ENVELOPING,
                        SignatureLevel.CAdES_BASELINE_LT,
                        signer.other,
                        p -> {}));
        Random random = new Random(11);
        for (int i = 0; i < 600; i++) {
            byte[] octets = honest.get(i % 2).clone();
            int at = random.nextInt(octets.length);
            if (random.nextInt(4) == 0) {
                octets = Arrays.copyOf(octets, at);
            } else {
                octets[at] ^= (byte) (1 << random.nextInt(8));
            }
            assertThat(isValid(outcome(octets)))
                    .as("document %d, octet %d", i % 2, at)
                    .isFalse();
        }
    }
}
