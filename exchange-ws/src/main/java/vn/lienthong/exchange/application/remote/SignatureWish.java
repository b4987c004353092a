package vn.lienthong.exchange.application.remote;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.remote.ApprovalRequest;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * Hashes that an application wants to be authorised.
 *
 * @param words what the signature of each is to say, in their order
 * @param kind of all the documents, for keys whose policy names kinds
 * @param signatures how many at most, those of hashes that are still to be named included
 */
public record SignatureWish(
        String credentialId,
        DigestAlgorithm hashAlgorithm,
        List<DocumentHash> hashes,
        List<SignedWords> words,
        Optional<DocumentKind> kind,
        int signatures) {
    /** The most signatures of one authorisation: more than an official can look over in one go. */
    public static final int MOST = 100;

    /**
     * @throws FailureException {@code parameter-invalid} with {@code hashes} or {@code numSignatures}, or
     *     {@code signatures-too-many}
     */
    public SignatureWish {
        hashes = List.copyOf(hashes);
        words = List.copyOf(words);
        if (words.size() != hashes.size()) {
            throw new IllegalArgumentException("words of other hashes");
        }
        checkHashes(hashAlgorithm, hashes);
        if (signatures < hashes.size()) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "numSignatures"));
        }
        if (signatures > MOST) {
            throw new FailureException(Failure.of(FailureCode.SIGNATURES_TOO_MANY));
        }
    }

    /** Of documents whose kind is not named. */
    public SignatureWish(
            String credentialId,
            DigestAlgorithm hashAlgorithm,
            List<DocumentHash> hashes,
            List<SignedWords> words,
            int signatures) {
        this(credentialId, hashAlgorithm, hashes, words, Optional.empty(), signatures);
    }

    /** Of signatures that say nothing. */
    public SignatureWish(
            String credentialId, DigestAlgorithm hashAlgorithm, List<DocumentHash> hashes, int signatures) {
        this(credentialId, hashAlgorithm, hashes, Collections.nCopies(hashes.size(), SignedWords.NONE), signatures);
    }

    /** What an application asked for before. */
    public static SignatureWish of(ApprovalRequest request) {
        DigestAlgorithm algorithm = DigestAlgorithm.ofOid(request.hashAlgorithm())
                .orElseThrow(() -> new IllegalStateException("what is stored was read by its name before"));
        return new SignatureWish(
                request.credentialId(),
                algorithm,
                request.hashes(),
                request.words(),
                Optional.ofNullable(request.kind()),
                request.signatures());
    }

    /** There is at least one, each once, each as long as the algorithm makes them. */
    static void checkHashes(DigestAlgorithm algorithm, List<DocumentHash> hashes) {
        boolean fit = hashes.stream().allMatch(hash -> hash.hex().length() == 2 * algorithm.length());
        if (hashes.isEmpty() || !fit || new HashSet<>(hashes).size() != hashes.size()) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "hashes"));
        }
    }
}
