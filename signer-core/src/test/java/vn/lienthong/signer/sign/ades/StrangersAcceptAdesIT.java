package vn.lienthong.signer.sign.ades;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.Stranger;

/** OpenSSL, xmlsec1, pdfsig and unzip accept what is signed here, and refuse it when one octet of a document changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersAcceptAdesIT {
    private static final String PROPERTIES = "http://uri.etsi.org/01903/v1.3.2#:SignedProperties";
    private static final String OBJECT = "http://www.w3.org/2000/09/xmldsig#:Object";

    private Path folder;
    private AdesFixture fixture;
    private int files;

    @BeforeAll
    void setUp(@TempDir Path temporary) {
        folder = temporary;
        fixture = new AdesFixture(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "XADES_ENVELOPED,BASELINE_B,RSA_PKCS1_SHA256",
        "XADES_ENVELOPED,BASELINE_LTA,ECDSA_SHA384",
        "XADES_ENVELOPING,BASELINE_T,ECDSA_SHA512",
        "XADES_ENVELOPING,BASELINE_LTA,RSA_PKCS1_SHA512",
        "XADES_DETACHED,BASELINE_B,ECDSA_SHA256",
        "XADES_DETACHED,BASELINE_LT,RSA_PKCS1_SHA384"
    })
    void xmlsecAcceptsXades(SignatureForm form, SignatureLevel level, SignatureScheme scheme) throws Exception {
        Path signed = signed(form, level, scheme);
        assertThat(xmlsec(folder, signed)).contains("OK").doesNotContain("FAIL");

        String text = Files.readString(signed);
        // the first octets of the signed document itself
        String changed = form == SignatureForm.XADES_ENVELOPED
                ? text.replace("12/UBND-VP", "13/UBND-VP")
                : text.replaceFirst("DigestValue>.", "DigestValue>_");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(signed, changed);
        assertThat(xmlsec(folder, signed)).doesNotContain("OK\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"CADES_ATTACHED", "CADES_DETACHED"})
    void opensslAcceptsCadesOfEachLevel(SignatureForm form) throws Exception {
        for (SignatureLevel level : SignatureLevel.values()) {
            Path signed = signed(form, level, SignatureScheme.RSA_PKCS1_SHA256);
            assertThat(openssl(
                            folder,
                            signed,
                            form.isDetached()
                                    ? fixture.documents(form).get(0).file().toString()
                                    : ""))
                    .as(level.name())
                    .contains("CMS Verification successful");
        }
    }

    @ParameterizedTest
    @EnumSource(value = SignatureScheme.class, mode = EnumSource.Mode.MATCH_ALL, names = ".*SHA3.*")
    void opensslAcceptsCadesWithSha3(SignatureScheme scheme) throws Exception {
        Path signed = signed(SignatureForm.CADES_DETACHED, SignatureLevel.BASELINE_B, scheme);
        Path document = fixture.documents(SignatureForm.CADES_DETACHED).get(0).file();
        assertThat(openssl(folder, signed, document.toString())).contains("CMS Verification successful");
        Path changed = folder.resolve("changed.txt");
        Files.writeString(changed, Files.readString(document) + "x");
        assertThat(openssl(folder, signed, changed.toString())).doesNotContain("successful");
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_S_XADES", "ASIC_S_CADES", "ASIC_E_XADES", "ASIC_E_CADES"})
    void containersAreZipsWhoseMediaTypeComesFirst(SignatureForm form) throws Exception {
        Path signed = signed(form, SignatureLevel.BASELINE_T, SignatureScheme.ECDSA_SHA256);
        // ETSI EN 319 162-1 Annex A.1: the name at 30, stored, no extra field, the type at 38
        byte[] head = Files.readAllBytes(signed);
        assertThat(new String(head, 30, 8, StandardCharsets.US_ASCII)).isEqualTo("mimetype");
        assertThat(head[8] | head[9] | head[28] | head[29]).isZero();
        assertThat(new String(head, 38, form.mediaType().length(), StandardCharsets.US_ASCII))
                .isEqualTo(form.mediaType());
        String listing = Stranger.run(folder, "unzip", "-Z1", signed.toString()).said();
        assertThat(listing.lines().findFirst()).hasValue("mimetype");
        fixture.documents(form).forEach(d -> assertThat(listing.lines()).contains(d.name()));

        Path unpacked = Files.createDirectory(folder.resolve("unpacked-" + files));
        assertThat(Stranger.run(unpacked, "unzip", "-q", signed.toString()).exitStatus())
                .isZero();
        for (var document : fixture.documents(form)) {
            assertThat(unpacked.resolve(document.name())).hasSameBinaryContentAs(document.file());
        }
        Files.copy(folder.resolve("root.pem"), unpacked.resolve("root.pem"));
        switch (form) {
            case ASIC_S_CADES ->
                assertThat(openssl(unpacked, unpacked.resolve("META-INF/signature.p7s"), "phu luc 1.txt"))
                        .contains("CMS Verification successful");
            case ASIC_E_CADES ->
                assertThat(openssl(
                                unpacked,
                                unpacked.resolve("META-INF/signature001.p7s"),
                                "META-INF/ASiCManifest001.xml"))
                        .contains("CMS Verification successful");
            case ASIC_S_XADES ->
                assertThat(xmlsec(unpacked, unpacked.resolve("META-INF/signatures.xml")))
                        .contains("OK");
            default ->
                assertThat(xmlsec(unpacked, unpacked.resolve("META-INF/signatures001.xml")))
                        .contains("OK");
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void pdfsigAcceptsPadesOfEachLevel(SignatureLevel level) throws Exception {
        Path signed = signed(SignatureForm.PADES, level, SignatureScheme.RSA_PKCS1_SHA256);
        Stranger pdfsig = Stranger.run(folder, "pdfsig", "-nocert", signed.toString());
        assertThat(pdfsig.said()).contains("Signature is Valid").doesNotContain("Signature is Invalid");
        if (level == SignatureLevel.BASELINE_LTA) {
            // poppler verifies no document timestamps, and names them
            assertThat(pdfsig.said()).contains("Signature #2").contains("Signer Certificate Common Name: TSA");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JADES_COMPACT,BASELINE_B,RSA_PKCS1_SHA256,RS256",
        "JADES_COMPACT,BASELINE_B,RSA_PSS_SHA384,PS384",
        "JADES_FLATTENED,BASELINE_LTA,RSA_PKCS1_SHA512,RS512",
        "JADES_FLATTENED,BASELINE_T,ECDSA_SHA256,ES256",
        "JADES_FLATTENED,BASELINE_T,ECDSA_SHA512,ES512"
    })
    void opensslAcceptsTheSignatureOfJades(
            SignatureForm form, SignatureLevel level, SignatureScheme scheme, String algorithm) throws Exception {
        String text = Files.readString(signed(form, level, scheme));
        List<String> parts = form == SignatureForm.JADES_COMPACT ? List.of(text.split("\\.", -1)) : flattened(text);
        assertThat(parts).hasSize(3);
        JsonNode header =
                JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(parts.get(0)));
        assertThat(header.get("alg").textValue()).isEqualTo(algorithm);
        assertThat(Base64.getUrlDecoder().decode(parts.get(1)))
                .isEqualTo(Files.readAllBytes(fixture.documents(form).get(0).file()));
        byte[] certificate = Base64.getDecoder().decode(header.get("x5c").get(0).textValue());
        Files.write(folder.resolve("jws.der"), certificate);
        assertThat(verified(parts, scheme)).contains("Verified OK");

        List<String> changed = List.of(parts.get(0), parts.get(1).replaceFirst(".", "A"), parts.get(2));
        assertThat(changed).isNotEqualTo(parts);
        assertThat(verified(changed, scheme)).doesNotContain("Verified OK");
    }

    private String verified(List<String> parts, SignatureScheme scheme) throws Exception {
        Files.writeString(folder.resolve("jws.signed"), parts.get(0) + "." + parts.get(1));
        byte[] value = Base64.getUrlDecoder().decode(parts.get(2));
        Files.write(
                folder.resolve("jws.signature"), scheme.keyKind() == SignatureScheme.KeyKind.EC ? der(value) : value);
        String key = Stranger.run(folder, "openssl", "x509", "-inform", "DER", "-in", "jws.der", "-noout", "-pubkey")
                .said();
        Files.writeString(folder.resolve("jws.pem"), key);
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "dgst",
                "-" + scheme.digest().name().toLowerCase(java.util.Locale.ROOT),
                "-verify",
                "jws.pem",
                "-signature",
                "jws.signature"));
        if (scheme.isPss()) {
            command.addAll(List.of("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"));
        }
        command.add("jws.signed");
        return Stranger.run(folder, command.toArray(String[]::new)).said();
    }

    /** RFC 7518 §3.4: r and s, one behind the other. */
    private static byte[] der(byte[] pair) throws Exception {
        int half = pair.length / 2;
        return new org.bouncycastle.asn1.DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                    new org.bouncycastle.asn1.ASN1Integer(new java.math.BigInteger(1, pair, 0, half)),
                    new org.bouncycastle.asn1.ASN1Integer(new java.math.BigInteger(1, pair, half, half))
                })
                .getEncoded();
    }

    private static List<String> flattened(String json) throws Exception {
        JsonNode jws = JsonMapper.builder().build().readTree(json);
        return List.of(
                jws.get("protected").textValue(),
                jws.get("payload").textValue(),
                jws.get("signature").textValue());
    }

    @Test
    void fortyDocumentsAreUnderOneSignature() throws Exception {
        List<vn.lienthong.signer.sign.NamedDocument> documents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Files.writeString(folder.resolve("nhiều-" + i + ".txt"), "văn bản " + i);
            documents.add(fixture.document("nhiều-" + i + ".txt"));
        }
        int before = fixture.token.signatures();
        for (SignatureForm form : List.of(
                SignatureForm.XADES_DETACHED,
                SignatureForm.JADES_DETACHED,
                SignatureForm.ASIC_E_XADES,
                SignatureForm.ASIC_E_CADES)) {
            Path signed = folder.resolve("forty-" + form + form.extension());
            assertThat(fixture.signer()
                            .sign(AdesFixture.request(
                                    form,
                                    SignatureLevel.BASELINE_B,
                                    fixture.key(SignatureScheme.ECDSA_SHA256),
                                    documents,
                                    signed)))
                    .isInstanceOf(Signed.class);
            List<Path> detached =
                    form.isDetached() ? documents.stream().map(d -> d.file()).toList() : List.of();
            assertThat(vn.lienthong.signer.testpki.DssJudge.failures(
                            signed, detached, fixture.pki, AdesFixture.format(form, SignatureLevel.BASELINE_B)))
                    .isEmpty();
        }
        assertThat(fixture.token.signatures() - before).isEqualTo(4);
    }

    private Path signed(SignatureForm form, SignatureLevel level, SignatureScheme scheme) {
        Path signed = folder.resolve("signed-" + ++files + form.extension());
        assertThat(fixture.sign(form, level, scheme, signed)).isInstanceOf(Signed.class);
        return signed;
    }

    private String xmlsec(Path where, Path signed) {
        return Stranger.run(
                        where,
                        "xmlsec1",
                        "--verify",
                        "--id-attr:Id",
                        PROPERTIES,
                        "--id-attr:Id",
                        OBJECT,
                        "--trusted-pem",
                        folder.resolve("root.pem").toString(),
                        signed.toString())
                .said();
    }

    private String openssl(Path where, Path signed, String content) {
        List<String> command = new ArrayList<>(
                List.of("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", signed.toString(), "-CAfile"));
        command.add(folder.resolve("root.pem").toString());
        if (!content.isEmpty()) {
            command.addAll(List.of("-content", content));
        }
        command.addAll(List.of("-purpose", "any", "-out", "out"));
        return Stranger.run(where, command.toArray(String[]::new)).said();
    }
}
