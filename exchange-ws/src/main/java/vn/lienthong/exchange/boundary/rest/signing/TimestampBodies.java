package vn.lienthong.exchange.boundary.rest.signing;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.timestamp.TimestampToken;

/** The bodies of time-stamping. */
final class TimestampBodies {
    private static final int MOST_NONCE_BITS = 512;
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,38})){1,30}");

    private TimestampBodies() {}

    /** What is to be stamped. */
    @Schema(name = "TimestampRequest")
    record Asked(
            @Schema(
                    required = true,
                    enumeration = {"SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512"},
                    examples = "SHA-256")
            @Nullable String hashAlgorithm,

            @Schema(required = true, description = "Base64", examples = "RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=")
            @Nullable String digest,

            @Schema(
                    description = "A positive decimal number, up to 512 bits",
                    nullable = true,
                    examples = "72623859790382856")
            @Nullable String nonce,

            @Schema(
                    description = "Whether the token carries the authority's certificates; true by default",
                    nullable = true)
            @Nullable Boolean certReq,

            @Schema(
                    description = "The TSA policy that the timestamp is to name; the authority's first one by default",
                    nullable = true,
                    examples = "2.25.319437841216407352180127846913225384021")
            @Nullable String policy) {

        Digest messageImprint() {
            String name = Parameters.required("hashAlgorithm", hashAlgorithm);
            DigestAlgorithm algorithm = Arrays.stream(DigestAlgorithm.values())
                    .filter(known -> known.jcaName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Parameters.invalid("hashAlgorithm"));
            return HashSignatureBodies.digest("digest", algorithm, digest);
        }

        Optional<BigInteger> nonceNumber() {
            if (nonce == null) {
                return Optional.empty();
            }
            if (nonce.isEmpty() || nonce.length() > 155 || !nonce.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw Parameters.invalid("nonce");
            }
            BigInteger number = new BigInteger(nonce);
            if (number.bitLength() > MOST_NONCE_BITS) {
                throw Parameters.invalid("nonce");
            }
            return Optional.of(number);
        }

        Optional<String> policyOid() {
            if (policy != null && !OID.matcher(policy).matches()) {
                throw Parameters.invalid("policy");
            }
            return Optional.ofNullable(policy);
        }

        boolean withCertificates() {
            return certReq == null || certReq;
        }
    }

    /** A timestamp. */
    @Schema(name = "Timestamp")
    record Issued(
            @Schema(required = true, description = "The TimeStampToken (RFC 3161), DER, Base64")
            String token,

            @Schema(required = true) Instant genTime,

            @Schema(required = true, description = "Decimal")
            String serialNumber) {

        static Issued of(TimestampToken token) {
            return new Issued(
                    Base64.getEncoder().encodeToString(token.der().toArray()),
                    token.genTime(),
                    token.serialNumber().toString());
        }
    }
}
