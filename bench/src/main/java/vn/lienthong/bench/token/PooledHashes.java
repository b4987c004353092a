package vn.lienthong.bench.token;

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.List;
import vn.lienthong.bench.measure.Operation;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;

/** Signatures through the pool, one or a batch an operation. */
public final class PooledHashes implements Operation {
    private final SigningToken token;
    private final CertifiedKey key;
    private final List<Digest> digests;

    /** @param batch how many digests an operation signs */
    public PooledHashes(BenchToken token, String alias, int batch) {
        this.token = token.pool();
        this.key = token.key(alias);
        this.digests = Collections.nCopies(batch, key.scheme().digest().digest(SignedText.octets()));
    }

    @Override
    public void run() throws GeneralSecurityException {
        sign();
    }

    /** @throws GeneralSecurityException if a signature is missing or does not verify */
    public void check() throws GeneralSecurityException {
        for (SigningOutcome.Signed signed : sign()) {
            SignedText.requireSignature(key, signed.signature());
        }
    }

    private List<SigningOutcome.Signed> sign() throws GeneralSecurityException {
        List<SigningOutcome> outcomes = digests.size() == 1
                ? List.of(token.sign(key.alias(), key.scheme(), digests.getFirst()))
                : token.signAll(key.alias(), key.scheme(), digests);
        for (SigningOutcome outcome : outcomes) {
            if (!(outcome instanceof SigningOutcome.Signed)) {
                throw new GeneralSecurityException(outcome.toString());
            }
        }
        return outcomes.stream().map(SigningOutcome.Signed.class::cast).toList();
    }
}
