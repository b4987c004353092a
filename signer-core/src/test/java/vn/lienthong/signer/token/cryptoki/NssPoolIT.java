package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.SigningTokenContract;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;

/** The pool over another real module keeps the same contract. */
class NssPoolIT implements SigningTokenContract {
    private static PublicKey rsa;
    private static PublicKey ec;

    @BeforeAll
    static void makeKeys() throws Exception {
        try (CryptokiSession session = NssToken.instance().login()) {
            rsa = generate(session, RSA, KeyPairSpec.RSA_2048);
            ec = generate(session, EC, KeyPairSpec.EC_P256);
        }
    }

    private static PublicKey generate(CryptokiSession session, KeyAlias alias, KeyPairSpec spec) throws Exception {
        Bytes id = Bytes.of(alias.value().getBytes(StandardCharsets.UTF_8));
        return new KeyPairs(session).generate(spec, id, alias.value()).publicKey();
    }

    @Override
    public SigningToken token() {
        return TokenPool.open(NssToken.instance().driver(), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC());
    }

    @Override
    public PublicKey publicKey(KeyAlias alias) {
        return alias.equals(RSA) ? rsa : ec;
    }

    @Test
    void tellsWhoItIs() throws Exception {
        assertThat(NssToken.instance().module().info().manufacturer()).startsWith("Mozilla");
    }
}
