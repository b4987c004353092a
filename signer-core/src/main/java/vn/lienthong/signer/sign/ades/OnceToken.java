package vn.lienthong.signer.sign.ades;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;

/** Asks a token once for each thing that is signed: who asks for the same again is given the same. Used by one thread. */
final class OnceToken implements SigningToken {
    private record Asked(KeyAlias key, SignatureScheme scheme, Bytes input) {}

    private final SigningToken token;
    private final Map<Asked, SigningOutcome> made = new HashMap<>();

    OnceToken(SigningToken token) {
        this.token = token;
    }

    @Override
    public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
        return once(new Asked(key, scheme, digest.value()), () -> token.sign(key, scheme, digest));
    }

    @Override
    public SigningOutcome signMessage(KeyAlias key, SignatureScheme scheme, byte[] message) {
        return scheme.isOverMessage()
                ? once(new Asked(key, scheme, Bytes.of(message)), () -> token.signMessage(key, scheme, message))
                : SigningToken.super.signMessage(key, scheme, message);
    }

    private SigningOutcome once(Asked asked, Supplier<SigningOutcome> ask) {
        @Nullable SigningOutcome known = made.get(asked);
        if (known != null) {
            return known;
        }
        SigningOutcome outcome = ask.get();
        if (outcome instanceof SigningOutcome.Signed) {
            made.put(asked, outcome);
        }
        return outcome;
    }

    @Override
    public TokenHealth health() {
        return token.health();
    }

    /** The token is another's. */
    @Override
    public void close() {
        made.clear();
    }
}
