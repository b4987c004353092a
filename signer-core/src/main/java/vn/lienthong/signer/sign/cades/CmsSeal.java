package vn.lienthong.signer.sign.cades;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.cms.CmsOutcome;
import vn.lienthong.signer.cms.CmsSigner;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/**
 * Seals octets by a detached CAdES-BASELINE-B signature of one key. Thread-safe.
 *
 * <p>Source: ETSI EN 319 122-1 §6.
 */
public final class CmsSeal {
    private final CmsSigner signer;
    private final CertifiedKey key;
    private final Clock clock;

    public CmsSeal(SigningToken token, CertifiedKey key, Clock clock) {
        this.signer = new CmsSigner(token);
        this.key = key;
        this.clock = clock;
    }

    /** The outcome holds a seal over {@code content}, which is digested as the key's scheme says. */
    public CmsOutcome seal(byte[] content) {
        return seal(key.scheme().digest().digest(content));
    }

    /**
     * The outcome holds a seal over the content of this digest, whoever holds it.
     *
     * @throws IllegalArgumentException if the digest is not of the algorithm that the key's scheme names
     */
    public CmsOutcome seal(Digest contentDigest) {
        if (contentDigest.algorithm() != key.scheme().digest()) {
            throw new IllegalArgumentException(
                    "the key " + key.alias() + " seals " + key.scheme().digest() + " digests");
        }
        return signer.sign(
                key,
                CmsContent.detached(contentDigest),
                Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                key.chain());
    }

    public CertifiedKey key() {
        return key;
    }
}
