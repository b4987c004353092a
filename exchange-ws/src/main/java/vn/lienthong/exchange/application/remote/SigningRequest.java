package vn.lienthong.exchange.application.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * Authorised hashes to be signed.
 *
 * @param client that has to be the one the SAD was given to; null if holding the SAD is all that the caller shows
 */
public record SigningRequest(
        @Nullable String client,
        String credentialId,
        OpaqueToken sad,
        SignatureScheme scheme,
        List<DocumentHash> hashes) {
    /** @throws vn.lienthong.exchange.domain.failure.FailureException {@code parameter-invalid} with {@code hashes} */
    public SigningRequest {
        hashes = List.copyOf(hashes);
        SignatureWish.checkHashes(scheme.digest(), hashes);
    }
}
