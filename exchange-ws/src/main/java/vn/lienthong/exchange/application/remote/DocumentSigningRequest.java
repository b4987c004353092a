package vn.lienthong.exchange.application.remote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;

/**
 * Documents to be signed, whose hashes an official authorised.
 *
 * @param client that has to be the one the SAD was given to; null if holding the SAD is all that the caller shows
 * @param withMaterial whether the caller wants what shows later that the signatures were good
 * @param mostOctets that all of it together may have
 */
public record DocumentSigningRequest(
        @Nullable String client,
        String credentialId,
        OpaqueToken sad,
        List<WantedSignature> wanted,
        boolean withMaterial,
        long mostOctets) {
    /**
     * @throws FailureException {@code parameter-invalid} with {@code hashes} if a document comes twice, or with
     *     {@code signAlgo} if the documents are hashed or signed by different algorithms: one authorisation has one
     */
    public DocumentSigningRequest {
        wanted = List.copyOf(wanted);
        if (wanted.stream().map(WantedSignature::scheme).distinct().count() != 1) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "signAlgo"));
        }
        SignatureWish.checkHashes(
                wanted.getFirst().scheme().digest(),
                wanted.stream().map(WantedSignature::hash).toList());
    }

    /** Of all documents that are here. */
    long octets() {
        return wanted.stream()
                .mapToLong(each -> each instanceof WantedSignature.OfDocument document
                        ? document.document().file().toFile().length()
                        : 0)
                .sum();
    }

    List<DocumentHash> hashes() {
        return wanted.stream().map(WantedSignature::hash).toList();
    }

    Reservations.Claim claim() {
        var scheme = wanted.getFirst().scheme();
        Map<DocumentHash, SignedWords> words = new HashMap<>();
        for (WantedSignature each : wanted) {
            if (each instanceof WantedSignature.OfDocument) {
                words.put(each.hash(), each.words());
            }
        }
        return new Reservations.Claim(client, credentialId, sad, scheme.digest(), scheme.keyKind(), hashes(), words);
    }
}
