package vn.lienthong.exchange.boundary.rest.signing;

import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestInfo;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.twostep.PrepareOutcome.Prepared;

/** What the caller's token is to sign. */
@Schema(name = "PreparedSignature")
record PreparedSignature(
        @Schema(required = true, examples = "ECDSA_SHA256") String scheme,
        @Schema(required = true, examples = "SHA-256") String digestAlgorithm,

        @Schema(required = true, description = "What the token signs, in Base64; it is not hashed again")
        String digest,

        @Schema(
                description = "For RSA_PKCS1: the same as DigestInfo (RFC 8017 §9.2), as CKM_RSA_PKCS wants it",
                nullable = true)
        @Nullable String digestInfo,

        @Schema(required = true, description = "For the second step, unchanged; at most 65,536 characters")
        String continuation,

        @Schema(required = true, description = "As the signature will claim it")
        Instant signingTime,

        @Schema(required = true, description = "From this time on the continuation is good for nothing")
        Instant expires) {

    static PreparedSignature of(Prepared prepared) {
        SignatureScheme scheme = prepared.toBeSigned().scheme();
        Digest digest = prepared.toBeSigned().digest();
        boolean pkcs1 = scheme.keyKind() == SignatureScheme.KeyKind.RSA && !scheme.isPss();
        return new PreparedSignature(
                scheme.name(),
                digest.algorithm().jcaName(),
                base64(digest.value()),
                pkcs1 ? base64(DigestInfo.of(digest)) : null,
                prepared.continuation(),
                prepared.toBeSigned().signingTime(),
                prepared.expires());
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }
}
