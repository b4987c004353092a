package vn.lienthong.exchange.boundary.rest.signing;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.SignHashes;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** The bodies of signing digests. */
final class HashSignatureBodies {
    private HashSignatureBodies() {}

    /** What is to be signed. */
    @Schema(name = "HashSignatureRequest")
    record Asked(
            @Schema(required = true, description = "Alias of a key granted to the caller", examples = "hash-p256")
            @Nullable String key,

            @Schema(
                    required = true,
                    enumeration = {
                        "RSA_PKCS1_SHA256", "RSA_PKCS1_SHA384", "RSA_PKCS1_SHA512",
                        "RSA_PSS_SHA256", "RSA_PSS_SHA384", "RSA_PSS_SHA512",
                        "ECDSA_SHA256", "ECDSA_SHA384", "ECDSA_SHA512",
                        "RSA_PKCS1_SHA3_256", "RSA_PKCS1_SHA3_384", "RSA_PKCS1_SHA3_512",
                        "ECDSA_SHA3_256", "ECDSA_SHA3_384", "ECDSA_SHA3_512"
                    },
                    examples = "ECDSA_SHA256")
            @Nullable String scheme,

            @Schema(
                    required = true,
                    minItems = 1,
                    maxItems = SignHashes.MOST,
                    description = "Digests of the scheme's hash algorithm, Base64")
            @Nullable List<@Nullable String> digests) {

        SignatureScheme signatureScheme() {
            String name = Parameters.required("scheme", scheme);
            return Arrays.stream(SignatureScheme.values())
                    // EdDSA signs no digest.
                    .filter(known -> known.name().equals(name) && !known.isOverMessage())
                    .findFirst()
                    .orElseThrow(() -> Parameters.invalid("scheme"));
        }

        List<Digest> digests(DigestAlgorithm algorithm) {
            List<@Nullable String> texts = Parameters.required("digests", digests);
            if (texts.size() > SignHashes.MOST) {
                throw Parameters.invalid("digests");
            }
            return texts.stream()
                    .map(text -> digest("digests", algorithm, text))
                    .toList();
        }
    }

    /** The signatures. */
    @Schema(name = "HashSignatures")
    record Signatures(
            @Schema(required = true, description = "In the order of the digests, Base64; ECDSA ones as DER (X9.62)")
            List<String> signatures) {

        static Signatures of(List<Bytes> signatures) {
            return new Signatures(signatures.stream()
                    .map(signature -> Base64.getEncoder().encodeToString(signature.toArray()))
                    .toList());
        }
    }

    static Digest digest(String name, DigestAlgorithm algorithm, @Nullable String base64) {
        try {
            byte[] octets = Base64.getDecoder().decode(Parameters.required(name, base64));
            return new Digest(algorithm, Bytes.of(octets));
        } catch (IllegalArgumentException notADigest) {
            throw Parameters.invalid(name);
        }
    }
}
