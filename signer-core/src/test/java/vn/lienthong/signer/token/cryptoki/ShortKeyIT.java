package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;

/** RSA keys that somebody else put on the token. */
class ShortKeyIT {
    @ParameterizedTest
    @CsvSource({"SOFTHSM, 1024", "SOFTHSM, 2040", "NSS, 1024"})
    void refusesAnRsaKeyUnder2048BitsThatTheTokenHas(String module, int bits) throws Exception {
        SigningOutcome outcome = sign(module, bits);
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.KEY_FUNCTION_NOT_PERMITTED);
            assertThat(refused.detail()).contains("RSA_KEY_TOO_SHORT", bits + " bits");
        });
    }

    @ParameterizedTest
    @CsvSource({"SOFTHSM, 2048", "NSS, 2048"})
    void signsWithOneOf2048Bits(String module, int bits) throws Exception {
        assertThat(sign(module, bits)).isInstanceOf(Signed.class);
    }

    private static SigningOutcome sign(String module, int bits) throws Exception {
        KeyAlias alias = new KeyAlias("imported-" + bits + "-" + System.nanoTime());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        CryptokiDriver driver = module.equals("NSS")
                ? inNss(alias, (RSAPrivateCrtKey) pair.getPrivate())
                : inSoftHsm(alias, (RSAPrivateCrtKey) pair.getPrivate());
        try (TokenPool pool =
                TokenPool.open(driver, SoftHsm.pin(), TokenPoolConfig.DEFAULT.withMaxSessions(2), Clock.systemUTC())) {
            return pool.sign(alias, SignatureScheme.RSA_PKCS1_SHA256, DigestAlgorithm.SHA256.digest(new byte[] {1}));
        }
    }

    private static CryptokiDriver inSoftHsm(KeyAlias alias, RSAPrivateCrtKey key) throws Exception {
        SoftHsm hsm = SoftHsm.instance();
        String label = "short-" + System.nanoTime();
        long slot = hsm.createToken(label).id();
        try (CryptokiSession session = hsm.module().openSession(slot, SessionAccess.READ_WRITE);
                Pin pin = SoftHsm.pin()) {
            session.login(TokenUser.USER, pin);
            ImportedKey.store(session, key, id(alias), alias.value());
        }
        return hsm.driver(label);
    }

    private static CryptokiDriver inNss(KeyAlias alias, RSAPrivateCrtKey key) throws Exception {
        try (CryptokiSession session = NssToken.instance().login()) {
            ImportedKey.store(session, key, id(alias), alias.value());
        }
        return NssToken.instance().driver();
    }

    private static Bytes id(KeyAlias alias) {
        return Bytes.of(alias.value().getBytes(StandardCharsets.US_ASCII));
    }
}
