package vn.lienthong.exchange.application.keypolicy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;

/**
 * A token that tells the permit which is open on its caller's thread how often the device signed with the permit's key: what
 * is then handed out to nobody is on the record too, so that the device's own log and this one agree. Thread-safe.
 */
public final class TalliedToken implements SigningToken {
    private static final ThreadLocal<@Nullable Tally> OPEN = new ThreadLocal<>();

    private final SigningToken token;

    public TalliedToken(SigningToken token) {
        this.token = token;
    }

    /** How often the device signed with a key since then, on this thread. Used by it alone. */
    static final class Tally {
        private final String keyAlias;
        private final @Nullable Tally around;
        private long signed;

        private Tally(String keyAlias, @Nullable Tally around) {
            this.keyAlias = keyAlias;
            this.around = around;
        }

        static Tally open(String keyAlias) {
            Tally tally = new Tally(keyAlias, OPEN.get());
            OPEN.set(tally);
            return tally;
        }

        long signed() {
            return signed;
        }

        void close() {
            if (around == null) {
                OPEN.remove();
            } else {
                OPEN.set(around);
            }
        }
    }

    @Override
    public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
        return tallied(key, token.sign(key, scheme, digest));
    }

    @Override
    public SigningOutcome signMessage(KeyAlias key, SignatureScheme scheme, byte[] message) {
        return tallied(key, token.signMessage(key, scheme, message));
    }

    @Override
    public List<SigningOutcome> signAll(KeyAlias key, SignatureScheme scheme, List<Digest> digests) {
        List<SigningOutcome> outcomes = token.signAll(key, scheme, digests);
        outcomes.forEach(outcome -> tallied(key, outcome));
        return outcomes;
    }

    private static SigningOutcome tallied(KeyAlias key, SigningOutcome outcome) {
        Tally tally = OPEN.get();
        if (tally != null && outcome instanceof SigningOutcome.Signed && tally.keyAlias.equals(key.value())) {
            tally.signed++;
        }
        return outcome;
    }

    @Override
    public TokenHealth health() {
        return token.health();
    }

    @Override
    public void close() {
        token.close();
    }
}
