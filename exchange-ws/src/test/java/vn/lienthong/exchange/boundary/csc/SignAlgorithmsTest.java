package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.algorithm.SignatureScheme;

class SignAlgorithmsTest {
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String SHA384 = "2.16.840.1.101.3.4.2.2";
    private static final String SHA1 = "1.3.14.3.2.26";
    private static final String PSS = "1.2.840.113549.1.1.10";

    @ParameterizedTest
    @CsvSource({
        "1.2.840.113549.1.1.11, , RSA_PKCS1_SHA256",
        "1.2.840.113549.1.1.12, 2.16.840.1.101.3.4.2.2, RSA_PKCS1_SHA384",
        "1.2.840.113549.1.1.1, 2.16.840.1.101.3.4.2.3, RSA_PKCS1_SHA512",
        "1.2.840.10045.4.3.2, , ECDSA_SHA256",
        "2.16.840.1.101.3.4.3.10, , ECDSA_SHA3_256",
        "2.16.840.1.101.3.4.3.16, 2.16.840.1.101.3.4.2.10, RSA_PKCS1_SHA3_512",
        "1.2.840.10045.2.1, 2.16.840.1.101.3.4.2.2, ECDSA_SHA384"
    })
    void knowsSchemesByTheirIdentifiers(String signAlgo, @Nullable String hash, SignatureScheme scheme) {
        assertThat(SignAlgorithms.scheme(signAlgo, Optional.empty(), Optional.ofNullable(hash)))
                .isEqualTo(scheme);
    }

    @Test
    void readsTheParametersOfPss() {
        assertThat(SignAlgorithms.scheme(PSS, Optional.of(pss(SHA384, SHA384, 48)), Optional.of(SHA384)))
                .isEqualTo(SignatureScheme.RSA_PSS_SHA384);
        refused("Invalid parameter hashAlgorithmOID", PSS, pss(SHA384, SHA384, 48), SHA256);
    }

    @Test
    void tellsParametersOfPssThatItTakes() {
        assertThat(SignAlgorithms.parameters(PSS))
                .extracting(each -> SignAlgorithms.scheme(PSS, Optional.of(each), Optional.empty()))
                .containsExactly(
                        SignatureScheme.RSA_PSS_SHA256, SignatureScheme.RSA_PSS_SHA384, SignatureScheme.RSA_PSS_SHA512);
        assertThat(SignAlgorithms.parameters("1.2.840.113549.1.1.11")).isEmpty();
    }

    /** What would weaken the signature, or be another one than this server makes. */
    @Test
    void refusesOtherParametersOfPss() {
        refused("Missing (or invalid type) string parameter signAlgoParams", PSS, null, null);
        String text = "Invalid parameter signAlgoParams";
        refused(text, PSS, pss(SHA1, SHA1, 20), null);
        refused(text, PSS, pss(SHA256, SHA1, 32), null);
        refused(text, PSS, pss(SHA256, SHA256, 0), null);
        refused(text, PSS, pss(SHA256, SHA256, 33), null);
        refused(text, PSS, "MAA=", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "AAAA", "MA==", "BQA=", "MIIBIjANBgkq", "MDSgDzANBglghkgBZQMEAgEF"})
    void refusesParametersThatAreNone(String params) {
        refused("Invalid parameter signAlgoParams", PSS, params, null);
    }

    @Test
    void refusesLongParametersUnread() {
        refused("Invalid parameter signAlgoParams", PSS, "MIAw".repeat(400), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.113549.1.1.5", "1.2.840.10045.4.1", "1.3.101.112", "", "x"})
    void refusesOtherAlgorithms(String signAlgo) {
        refused("Invalid parameter signAlgo", signAlgo, null, null);
    }

    @Test
    void refusesHashesThatAreWeakOrDiffer() {
        refused("Invalid parameter hashAlgorithmOID", "1.2.840.113549.1.1.1", null, SHA1);
        refused("Invalid parameter hashAlgorithmOID", "1.2.840.113549.1.1.11", null, SHA384);
        refused("Missing (or invalid type) string parameter hashAlgorithmOID", "1.2.840.10045.2.1", null, null);
    }

    private static void refused(String text, String signAlgo, @Nullable String params, @Nullable String hash) {
        assertThatThrownBy(
                        () -> SignAlgorithms.scheme(signAlgo, Optional.ofNullable(params), Optional.ofNullable(hash)))
                .isInstanceOfSatisfying(
                        CscRefusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(CscError.invalidRequest(text)));
    }

    private static String pss(String hash, String maskHash, int salt) {
        AlgorithmIdentifier digest = new AlgorithmIdentifier(new ASN1ObjectIdentifier(hash));
        AlgorithmIdentifier mask = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_mgf1, new AlgorithmIdentifier(new ASN1ObjectIdentifier(maskHash)));
        try {
            return Base64.getEncoder()
                    .encodeToString(new RSASSAPSSparams(digest, mask, new ASN1Integer(salt), new ASN1Integer(1))
                            .getEncoded("DER"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
