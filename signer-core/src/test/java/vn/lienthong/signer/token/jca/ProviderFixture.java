package vn.lienthong.signer.token.jca;

import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;
import vn.lienthong.signer.token.cryptoki.SoftHsm;

/** A SoftHSM token with one key of each kind, certified by a PKI of its own, behind a provider. */
final class ProviderFixture implements AutoCloseable {
    static final KeyAlias RSA = new KeyAlias("tls-rsa");
    static final KeyAlias EC = new KeyAlias("tls-ec");
    static final KeyAlias ED = new KeyAlias("tls-ed");

    final TestPki pki = TestPki.at(Clock.systemUTC().instant());
    final TokenPool pool;
    final TokenProvider provider;

    ProviderFixture(String name) throws TokenFault {
        SoftHsm.instance().createToken(name);
        pool = TokenPool.open(
                SoftHsm.instance().driver(name), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC());
        provider = new TokenProvider(
                name,
                pool,
                List.of(
                        key(name, RSA, KeyPairSpec.RSA_2048, SignatureScheme.RSA_PKCS1_SHA256),
                        key(name, EC, KeyPairSpec.EC_P256, SignatureScheme.ECDSA_SHA256),
                        key(name, ED, KeyPairSpec.ED25519, SignatureScheme.ED25519)));
    }

    private CertifiedKey key(String token, KeyAlias alias, KeyPairSpec spec, SignatureScheme scheme) throws TokenFault {
        PublicKey key = SoftHsm.instance().createKey(token, alias.value(), spec);
        return new CertifiedKey(alias, scheme, pki.certify(key, Profile.signer("localhost")));
    }

    @Override
    public void close() {
        pool.close();
    }
}
