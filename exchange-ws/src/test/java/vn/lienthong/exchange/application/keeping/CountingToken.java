package vn.lienthong.exchange.application.keeping;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;

/** What the device's own log would say: how often each key signed. */
record CountingToken(SigningToken token, Map<KeyAlias, AtomicLong> signed) implements SigningToken {
    CountingToken(SigningToken token) {
        this(token, new ConcurrentHashMap<>());
    }

    long signatures(KeyAlias key) {
        return signed.getOrDefault(key, new AtomicLong()).get();
    }

    @Override
    public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
        return counted(key, token.sign(key, scheme, digest));
    }

    @Override
    public SigningOutcome signMessage(KeyAlias key, SignatureScheme scheme, byte[] message) {
        return counted(key, token.signMessage(key, scheme, message));
    }

    @Override
    public List<SigningOutcome> signAll(KeyAlias key, SignatureScheme scheme, List<Digest> digests) {
        return token.signAll(key, scheme, digests).stream()
                .map(outcome -> counted(key, outcome))
                .toList();
    }

    private SigningOutcome counted(KeyAlias key, SigningOutcome outcome) {
        if (outcome instanceof SigningOutcome.Signed) {
            signed.computeIfAbsent(key, first -> new AtomicLong()).incrementAndGet();
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
