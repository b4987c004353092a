package vn.lienthong.signer.testpki;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;

/** A token that can be told to be down. PSS is not among its schemes. */
public final class KeysInMemory implements SigningToken {
    private final Map<KeyAlias, PrivateKey> keys = new ConcurrentHashMap<>();
    private final AtomicInteger signatures = new AtomicInteger();
    private volatile boolean down;

    /** The key is in the token under that alias. */
    public CertifiedKey put(String alias, Issued issued) {
        keys.put(new KeyAlias(alias), issued.privateKey());
        return issued.under(alias);
    }

    public void setDown(boolean down) {
        this.down = down;
    }

    /** How often the token signed. */
    public int signatures() {
        return signatures.get();
    }

    @Override
    public SigningOutcome sign(KeyAlias alias, SignatureScheme scheme, Digest digest) {
        if (down) {
            return new SigningOutcome.TokenDown(
                    SigningOutcome.DownReason.DEVICE_LOST, Duration.ofSeconds(1), "told to be down");
        }
        PrivateKey key = keys.get(alias);
        if (key == null) {
            return new SigningOutcome.Refused(SigningOutcome.RefusalReason.KEY_UNKNOWN, "no key " + alias);
        }
        try {
            boolean rsa = scheme.keyKind() == SignatureScheme.KeyKind.RSA;
            Signature signature = Signature.getInstance(rsa ? "NONEwithRSA" : "NONEwithECDSA");
            signature.initSign(key);
            signature.update(rsa ? digestInfo(digest) : digest.value().toArray());
            signatures.incrementAndGet();
            return new SigningOutcome.Signed(Bytes.of(signature.sign()));
        } catch (GeneralSecurityException e) {
            return new SigningOutcome.Refused(
                    SigningOutcome.RefusalReason.SCHEME_NOT_SUPPORTED, String.valueOf(e.getMessage()));
        }
    }

    /** RFC 8017 §9.2, note 1. */
    private static byte[] digestInfo(Digest digest) {
        String prefix = switch (digest.algorithm()) {
            case SHA256 -> "3031300d060960864801650304020105000420";
            case SHA384 -> "3041300d060960864801650304020205000430";
            case SHA512 -> "3051300d060960864801650304020305000440";
        };
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes(HexFormat.of().parseHex(prefix));
        info.writeBytes(digest.value().toArray());
        return info.toByteArray();
    }

    @Override
    public TokenHealth health() {
        return new TokenHealth("keys in memory", !down, 0, 0, 0, down ? "told to be down" : "works");
    }

    @Override
    public void close() {
        down = true;
    }
}
