package vn.lienthong.signer.token.softkey;

import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenHealth;

/**
 * Signs on the caller's own thread with keys in memory: the shortest way to a signature in a test. {@link #answer} makes it
 * fail as a real token would.
 */
public final class SoftKeyToken implements SigningToken {
    private final SoftKeyRing keys;
    private final AtomicReference<@Nullable SigningOutcome> forced = new AtomicReference<>();

    public SoftKeyToken(SoftKeyRing keys) {
        this.keys = keys;
    }

    /** Every request is answered so from now on, with no key touched; empty = it signs again. */
    public void answer(Optional<SigningOutcome> outcome) {
        forced.set(outcome.orElse(null));
    }

    @Override
    public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
        @Nullable SigningOutcome outcome = forced.get();
        if (outcome != null) {
            return outcome;
        }
        if (scheme.isOverMessage() || digest.algorithm() != scheme.digest()) {
            return new Refused(RefusalReason.DIGEST_MISMATCH, scheme + " signs no " + digest.algorithm() + " digest");
        }
        return signed(key, scheme, digest.value());
    }

    @Override
    public SigningOutcome signMessage(KeyAlias key, SignatureScheme scheme, byte[] message) {
        if (!scheme.isOverMessage()) {
            return sign(key, scheme, scheme.digest().digest(message));
        }
        @Nullable SigningOutcome outcome = forced.get();
        return outcome != null ? outcome : signed(key, scheme, Bytes.of(message));
    }

    private SigningOutcome signed(KeyAlias key, SignatureScheme scheme, Bytes input) {
        Optional<KeyPair> pair = keys.find(key);
        if (pair.isEmpty()) {
            return new Refused(RefusalReason.KEY_UNKNOWN, "no key " + key);
        }
        try {
            return new Signed(SoftSignature.over(input, scheme, pair.get().getPrivate()));
        } catch (TokenFault fault) {
            assert fault.kind() == FaultKind.SCHEME_NOT_SUPPORTED;
            return new Refused(RefusalReason.SCHEME_NOT_SUPPORTED, fault.code());
        }
    }

    @Override
    public TokenHealth health() {
        boolean usable = forced.get() == null;
        return new TokenHealth("softkey", usable, 0, 0, 0, usable ? "signs" : "made to fail");
    }

    @Override
    public void close() {
        answer(Optional.of(new TokenDown(DownReason.CLOSED, Duration.ZERO, "the token was closed")));
    }
}
