package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.SigningTokenContract;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;

class CryptokiPoolIT implements SigningTokenContract {
    private static final String TOKEN = "pool-contract";
    private static PublicKey rsa;
    private static PublicKey ec;

    @BeforeAll
    static void makeToken() throws TokenFault {
        SoftHsm hsm = SoftHsm.instance();
        hsm.createToken(TOKEN);
        rsa = hsm.createKey(TOKEN, RSA.value(), KeyPairSpec.RSA_2048);
        ec = hsm.createKey(TOKEN, EC.value(), KeyPairSpec.EC_P256);
    }

    @Override
    public SigningToken token() {
        return pool(TokenPoolConfig.DEFAULT);
    }

    private static TokenPool pool(TokenPoolConfig config) {
        return TokenPool.open(SoftHsm.instance().driver(TOKEN), SoftHsm.pin(), config, Clock.systemUTC());
    }

    @Override
    public PublicKey publicKey(KeyAlias alias) {
        return alias.equals(RSA) ? rsa : ec;
    }

    @Test
    void findsAKeyThatWasMadeAfterThePoolWasOpened() throws Exception {
        try (SigningToken token = token()) {
            KeyAlias late = new KeyAlias("made-later");
            SignatureScheme scheme = SignatureScheme.ECDSA_SHA384;
            PublicKey key = SoftHsm.instance().createKey(TOKEN, late.value(), KeyPairSpec.EC_P384);
            assertThat(token.sign(late, scheme, DigestAlgorithm.SHA384.digest(MESSAGE)))
                    .isInstanceOfSatisfying(
                            Signed.class,
                            signed -> assertThat(vn.lienthong.signer.token.Verification.holds(
                                            key, scheme, MESSAGE, signed.signature()))
                                    .isTrue());
        }
    }

    @Test
    void findsAKeyByItsIdUnderAnotherAlias() {
        KeyLocator place = KeyLocator.ofId(
                vn.lienthong.signer.algorithm.Bytes.of(EC.value().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        KeyAlias seal = new KeyAlias("agency-seal");
        try (SigningToken token = pool(TokenPoolConfig.DEFAULT.withKeys(Map.of(seal, place)))) {
            assertThat(token.sign(seal, SignatureScheme.ECDSA_SHA256, DigestAlgorithm.SHA256.digest(MESSAGE)))
                    .isInstanceOf(Signed.class);
        }
    }

    @Test
    void leavesTheOtherTokensOfTheModuleUsableWhenItCloses() throws Exception {
        SoftHsm.instance().createToken("neighbour");
        token().close();
        assertThat(SoftHsm.instance().module().slotOf("neighbour")).isPresent();
    }
}
