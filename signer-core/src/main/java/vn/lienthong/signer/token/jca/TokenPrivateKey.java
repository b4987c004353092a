package vn.lienthong.signer.token.jca;

import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/**
 * A private key that stays in its token: it has no encoding, and only the provider that gave it out signs with it. Immutable
 * and thread-safe.
 */
public abstract sealed class TokenPrivateKey implements PrivateKey permits RsaTokenKey, EcTokenKey, EdTokenKey {
    private final transient TokenKeys owner;
    private final transient CertifiedKey certified;

    TokenPrivateKey(TokenKeys owner, CertifiedKey certified) {
        this.owner = owner;
        this.certified = certified;
    }

    public KeyAlias alias() {
        return certified.alias();
    }

    public X509Certificate certificate() {
        return certified.certificate();
    }

    CertifiedKey certified() {
        return certified;
    }

    boolean isOf(TokenKeys keys) {
        return owner == keys;
    }

    @Override
    public String getAlgorithm() {
        return certificate().getPublicKey().getAlgorithm();
    }

    /** Null: there is none outside of the token. */
    @Override
    public @Nullable String getFormat() {
        return null;
    }

    /** Null: there is none outside of the token. */
    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("a key stays in its token");
    }

    private void readObject(ObjectInputStream in) throws NotSerializableException {
        throw new NotSerializableException("a key stays in its token");
    }

    @Override
    public String toString() {
        return getAlgorithm() + " key " + alias() + " in its token";
    }
}
