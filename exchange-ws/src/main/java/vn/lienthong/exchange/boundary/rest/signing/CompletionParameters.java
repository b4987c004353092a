package vn.lienthong.exchange.boundary.rest.signing;

import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.application.twostep.CompleteSignature.Continuing;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.algorithm.Bytes;

/** What the caller's token signed: the part {@code parameters} of the second step. */
@Schema(name = "CompletionParameters")
record CompletionParameters(
        @Schema(required = true, description = "As the first step gave it") @Nullable String continuation,

        @Schema(
                required = true,
                description = "By the token, in Base64: RSA as long as the modulus, ECDSA as the DER sequence of two "
                        + "integers (RFC 3279 §2.2.3), not the raw pair that PKCS#11 returns")
        @Nullable String signature) {
    /** RSA of 16,384 bit is twice that long in no world. */
    private static final int LONGEST_SIGNATURE = 4 * 1024;

    Continuing continuing(List<SourceDocument> documents) {
        String text = Parameters.required("signature", signature);
        if (text.length() > LONGEST_SIGNATURE) {
            throw Parameters.invalid("signature");
        }
        try {
            return new Continuing(
                    Parameters.required("continuation", continuation),
                    Bytes.of(Base64.getDecoder().decode(text)),
                    SourceDocument.together(documents),
                    SourceDocument.octets(documents));
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid("signature");
        }
    }
}
