package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** What a stranger writes into the unsigned parts of a JWS keeps it from being valid. */
class UnsignedJwsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static AdesFixture fixture;
    private static SignatureValidator validator;
    private static String jws;

    @BeforeAll
    static void sign() throws IOException {
        fixture = new AdesFixture(folder);
        validator = fixture.validator();
        jws = Files.readString(signed(SignatureForm.JADES_FLATTENED, SignatureLevel.BASELINE_LTA));
    }

    private static Path signed(SignatureForm form, SignatureLevel level) throws IOException {
        Path signed = folder.resolve(form + "-" + level);
        Files.deleteIfExists(signed);
        assertThat(fixture.sign(form, level, SignatureScheme.ECDSA_SHA256, signed))
                .isInstanceOf(Signed.class);
        return signed;
    }

    private static String changed(Consumer<ObjectNode> change) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(jws);
        change.accept(tree);
        return JSON.writeValueAsString(tree);
    }

    private static ArrayNode properties(ObjectNode tree) {
        return (ArrayNode) tree.get("header").get("etsiU");
    }

    private static String property(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Consumer<ObjectNode>> attacks() {
        Map<String, Consumer<ObjectNode>> attacks = new LinkedHashMap<>();
        attacks.put("member-beside", tree -> tree.put("noiDung", "Chi 900"));
        attacks.put("member-of-the-header", tree -> ((ObjectNode) tree.get("header")).put("noiDung", "Chi 900"));
        for (String json : List.of(
                "{\"noiDung\":\"Chi 900\"}",
                "{\"xVals\":[{\"x509Cert\":{\"val\":\"AAAA\"}}]}",
                "{\"xVals\":[{\"x509Cert\":{\"val\":\"" + stranger() + "\"}}]}",
                "{\"xVals\":[{\"otherCert\":{\"val\":\"AAAA\"}}]}",
                "{\"xVals\":\"Chi 900\"}",
                "{\"rVals\":{\"crlVals\":[{\"val\":\"AAAA\"}]}}",
                "{\"rVals\":{\"noiDung\":\"Chi 900\"}}",
                "{\"tstVD\":{\"noiDung\":\"Chi 900\"}}",
                "{\"xRefs\":[{\"digAlg\":\"S256\",\"digVal\":\"AAAA\"}]}",
                "{\"sigPSt\":{\"sigPolDoc\":\"AAAA\"}}",
                "{\"sigTst\":{\"tstTokens\":[{\"val\":\"AAAA\"}]}}",
                "{\"sigTst\":{\"tstTokens\":[]},\"noiDung\":\"Chi 900\"}",
                "{\"arcTst\":{\"tstTokens\":[],\"noiDung\":\"Chi 900\"}}",
                "{\"cSig\":{\"noiDung\":\"Chi 900\"}}",
                "[\"Chi 900\"]")) {
            attacks.put(
                    "property " + json.substring(0, Math.min(60, json.length())),
                    tree -> properties(tree).add(property(json)));
        }
        attacks.put("property-that-is-no-json", tree -> properties(tree).add("Chi 900"));
        attacks.put(
                "signature-of-other-spelling",
                tree -> tree.put("signature", tree.get("signature").asText().replaceFirst(".$", "_")));
        UnsignedOctets.of(TestPki.of("Người lạ", fixture.clock.instant()))
                .forEach((name, change) -> attacks.put("timestamp: " + name, tree -> timestamp(tree, change)));
        return attacks;
    }

    /** Of the compact form: its third part is not signed, nor what stands behind it. */
    @TestFactory
    Stream<DynamicTest> noOtherSpellingOfTheCompactFormIsValid() throws IOException {
        String compact = Files.readString(signed(SignatureForm.JADES_COMPACT, SignatureLevel.BASELINE_B));
        String cut = compact.substring(0, compact.length() - 1);
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("bits left over", cut + leftOver(compact.charAt(compact.length() - 1)));
        spellings.put("padding", compact + "==");
        spellings.put("line break behind", compact + "\n");
        spellings.put("line break within", cut + "\n" + compact.charAt(compact.length() - 1));
        spellings.put("fourth part", compact + ".Q2hpIDkwMA");
        spellings.put("text behind", compact + " Chi 900");
        return spellings.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    ValidationOutcome outcome = outcome(one.getValue());
                    assertThat(isValid(outcome)).as(outcome.toString()).isFalse();
                }));
    }

    /** The 64 octets of the signature leave four bits of the last character. */
    private static char leftOver(char last) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(last) ^ 1);
    }

    /** What the standard has and nothing here follows is not called wrong. */
    @TestFactory
    Stream<DynamicTest> whatOthersWriteIsNotInvalid() {
        Map<String, Consumer<ObjectNode>> honest = new LinkedHashMap<>();
        honest.put("kid", tree -> ((ObjectNode) tree.get("header")).put("kid", "khoa-1"));
        honest.put("other certificate", tree -> properties(tree).add(property("{\"xVals\":[{\"otherCert\":{}}]}")));
        honest.put(
                "reference to a specification",
                tree -> properties(tree)
                        .add(property("{\"xVals\":[{\"x509Cert\":{\"val\":\"" + root() + "\",\"specRef\":\"x\"}}]}")));
        return honest.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    ValidationOutcome outcome = outcome(changed(one.getValue()));
                    assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    Judged.class,
                                    judged -> assertThat(judged.report().verdict())
                                            .as(outcome.toString())
                                            .isEqualTo(Verdict.INDETERMINATE));
                }));
    }

    @Test
    void theEncodingThatEverythingHasMayBeNamed() throws IOException {
        ValidationOutcome outcome = outcome(changed(tree -> properties(tree)
                .add(property("{\"xVals\":[{\"x509Cert\":{\"val\":\"" + root()
                        + "\",\"encoding\":\"http://uri.etsi.org/01903/v1.2.2#DER\"}}]}"))));
        assertThat(isValid(outcome)).as(outcome.toString()).isTrue();
        ValidationOutcome other = outcome(changed(tree -> properties(tree)
                .add(property("{\"xVals\":[{\"x509Cert\":{\"val\":\"" + root() + "\",\"encoding\":\"Chi 900\"}}]}"))));
        assertThat(isValid(other)).as(other.toString()).isFalse();
    }

    private static String stranger() {
        return root(TestPki.of("Người lạ", fixture.clock.instant()));
    }

    private static String root() {
        return root(fixture.pki);
    }

    private static String root(TestPki of) {
        try {
            return Base64.getEncoder().encodeToString(of.root().getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the archive timestamp, which nothing is over. */
    private static void timestamp(ObjectNode tree, Consumer<CmsParts> change) {
        ArrayNode properties = properties(tree);
        int last = properties.size() - 1;
        try {
            ObjectNode property = (ObjectNode) JSON.readTree(
                    Base64.getUrlDecoder().decode(properties.get(last).asText()));
            ObjectNode token =
                    (ObjectNode) property.get("arcTst").get("tstTokens").get(0);
            byte[] der = Base64.getDecoder().decode(token.get("val").asText());
            token.put("val", Base64.getEncoder().encodeToString(CmsParts.changed(der, change)));
            properties.set(last, property(JSON.writeValueAsString(property)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ValidationOutcome outcome(String document) throws IOException {
        return validator.validate(Files.writeString(folder.resolve("document"), document));
    }

    private static boolean isValid(ValidationOutcome outcome) {
        return outcome instanceof Judged judged && judged.report().verdict() == Verdict.VALID;
    }

    @TestFactory
    Stream<DynamicTest> noneIsValid() {
        return attacks().entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
                    ValidationOutcome outcome = outcome(changed(attack.getValue()));
                    assertThat(isValid(outcome)).as(outcome.toString()).isFalse();
                }));
    }

    @TestFactory
    Stream<DynamicTest> honestOnesAreValid() {
        return Stream.of(SignatureLevel.values())
                .flatMap(level -> Stream.of(SignatureForm.JADES_COMPACT, SignatureForm.JADES_FLATTENED)
                        .filter(form -> form == SignatureForm.JADES_FLATTENED || level == SignatureLevel.BASELINE_B)
                        .map(form -> DynamicTest.dynamicTest(form + " " + level, () -> {
                            ValidationOutcome outcome = outcome(Files.readString(signed(form, level)));
                            assertThat(isValid(outcome)).as(outcome.toString()).isTrue();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> sameTreeIsValid() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "written again",
                        () -> assertThat(isValid(outcome(changed(tree -> {})))).isTrue()),
                DynamicTest.dynamicTest(
                        "timestamp written again",
                        () -> assertThat(isValid(outcome(changed(tree -> timestamp(tree, parts -> {})))))
                                .isTrue()));
    }
}
