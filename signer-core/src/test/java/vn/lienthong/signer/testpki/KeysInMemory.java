package vn.lienthong.signer.testpki;

import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;
import vn.lienthong.signer.token.softkey.SoftKeyRing;
import vn.lienthong.signer.token.softkey.SoftKeyToken;

/** The software token with the keys of the test PKI; counts its signatures and can be told to be down. */
public final class KeysInMemory implements SigningToken {
    private final SoftKeyRing ring = new SoftKeyRing();
    private final SoftKeyToken token = new SoftKeyToken(ring);
    private final AtomicInteger signatures = new AtomicInteger();

    /** The key is in the token under that alias. */
    public CertifiedKey put(String alias, Issued issued) {
        ring.add(new KeyAlias(alias), new KeyPair(issued.certificate().getPublicKey(), issued.privateKey()));
        return issued.under(alias);
    }

    public void setDown(boolean down) {
        SigningOutcome outcome = new SigningOutcome.TokenDown(
                SigningOutcome.DownReason.DEVICE_LOST, Duration.ofSeconds(1), "told to be down");
        token.answer(down ? Optional.of(outcome) : Optional.empty());
    }

    /** How often the token signed. */
    public int signatures() {
        return signatures.get();
    }

    @Override
    public SigningOutcome sign(KeyAlias alias, SignatureScheme scheme, Digest digest) {
        return counted(token.sign(alias, scheme, digest));
    }

    @Override
    public SigningOutcome signMessage(KeyAlias alias, SignatureScheme scheme, byte[] message) {
        return counted(token.signMessage(alias, scheme, message));
    }

    private SigningOutcome counted(SigningOutcome outcome) {
        if (outcome instanceof SigningOutcome.Signed) {
            signatures.incrementAndGet();
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
