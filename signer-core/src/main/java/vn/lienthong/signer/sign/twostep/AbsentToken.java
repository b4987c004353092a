package vn.lienthong.signer.sign.twostep;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;

/**
 * Stands in for a token that is not here: notes what it would have to sign, and answers with the signature that it made
 * elsewhere over that very digest. So a document is built twice by the same code, and only what was prepared is completed.
 * For one call; not thread-safe.
 */
final class AbsentToken implements SigningToken {
    private final @Nullable ToBeSigned prepared;
    private final @Nullable Bytes signature;
    private @Nullable Digest asked;
    private boolean differs;
    private boolean gave;

    private AbsentToken(@Nullable ToBeSigned prepared, @Nullable Bytes signature) {
        this.prepared = prepared;
        this.signature = signature;
    }

    /** One that has nothing to give yet. */
    static AbsentToken listening() {
        return new AbsentToken(null, null);
    }

    /** One that gives the signature, for that digest alone. */
    static AbsentToken giving(ToBeSigned prepared, Bytes signature) {
        return new AbsentToken(prepared, signature);
    }

    /** What it was asked to sign. */
    Optional<Digest> asked() {
        return Optional.ofNullable(asked);
    }

    /** Whether it was asked to sign something else than what was prepared. */
    boolean differs() {
        return differs;
    }

    /** Whether it gave the signature. */
    boolean gave() {
        return gave;
    }

    @Override
    public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
        asked = digest;
        if (prepared == null || signature == null) {
            return new SigningOutcome.Refused(RefusalReason.KEY_UNKNOWN, "the key is its owner's");
        }
        if (scheme != prepared.scheme() || !digest.equals(prepared.digest())) {
            differs = true;
            return new SigningOutcome.Refused(RefusalReason.DIGEST_MISMATCH, "not what was prepared");
        }
        gave = true;
        return new SigningOutcome.Signed(signature);
    }

    @Override
    public TokenHealth health() {
        return new TokenHealth("absent", true, 0, 0, 0, "its owner has it");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
