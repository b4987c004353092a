package vn.lienthong.signer.sign;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.timestamp.TimestampToken;
import vn.lienthong.signer.token.SigningOutcome.DownReason;

/** How one request to sign a document ended. */
public sealed interface SignDocumentOutcome {

    /**
     * The document is signed.
     *
     * @param document the signed file
     * @param digest SHA-256 of the signed file
     * @param length of the signed file, in octets
     * @param signingTime as claimed in the signature, in whole seconds
     * @param timestamp the newest that the file was given; none at level B
     */
    record Signed(Path document, Digest digest, long length, Instant signingTime, Optional<TimestampToken> timestamp)
            implements SignDocumentOutcome {}

    /** The request is wrong or not allowed: repeating it changes nothing. */
    record Refused(SignRefusal reason, String detail) implements SignDocumentOutcome {}

    /** The token that holds the key cannot be used now. */
    record TokenDown(DownReason reason, Duration retryAfter, String detail) implements SignDocumentOutcome {}

    /** The document would be signed, but no timestamp can be had now. */
    record TimestampDown(Duration retryAfter, String detail) implements SignDocumentOutcome {}
}
