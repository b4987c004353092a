package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.PinMemory;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.TokenDriver;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.TokenSession;

/** A wrong PIN costs a real token one try, whatever is asked of the pool and however often the server starts again. */
class WrongPinIT {
    private static final KeyAlias KEY = new KeyAlias("khoa");
    private static final String LABEL = "wrong-pin-pool";
    private static final int STARTS = 10;
    private static final Digest DIGEST = DigestAlgorithm.SHA256.digest(new byte[] {1});

    @Test
    void triesItOnceOnSoftHsm() throws Exception {
        SoftHsm hsm = SoftHsm.instance();
        hsm.createToken(LABEL);
        hsm.createKey(LABEL, KEY.value(), KeyPairSpec.EC_P256);
        startsAgainAndAgain(() -> hsm.driver(LABEL));
        try (TokenPool right =
                TokenPool.open(hsm.driver(LABEL), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC())) {
            Eventually.holds("the right PIN signs", () -> sign(right) instanceof Signed);
        }
    }

    /** Who is logged in to a token is so with each of its sessions: what other tests left open would sign without any PIN. */
    @Test
    void triesItOnceOnNss() throws Exception {
        try (CryptokiSession session = NssToken.instance().login()) {
            session.logout();
        }
        startsAgainAndAgain(NssToken.instance()::driver);
    }

    private interface Drivers {
        TokenDriver open();
    }

    private static void startsAgainAndAgain(Drivers drivers) {
        AtomicInteger logins = new AtomicInteger();
        Remembering memory = new Remembering();
        for (int start = 0; start < STARTS; start++) {
            Pin wrong = new Pin("000000".toCharArray());
            try (TokenPool pool = TokenPool.open(
                    new Counting(drivers.open(), logins), wrong, memory, TokenPoolConfig.DEFAULT, Clock.systemUTC())) {
                Eventually.holds("the PIN is refused", () -> isPinRefused(sign(pool)));
                for (int request = 0; request < 20; request++) {
                    assertThat(isPinRefused(sign(pool))).isTrue();
                    assertThat(pool.signAll(KEY, SignatureScheme.ECDSA_SHA256, List.of(DIGEST, DIGEST)))
                            .allMatch(WrongPinIT::isPinRefused);
                    assertThat(pool.health().usable()).isFalse();
                }
            }
        }
        assertThat(logins).hasValue(1);
    }

    private static SigningOutcome sign(TokenPool pool) {
        return pool.sign(KEY, SignatureScheme.ECDSA_SHA256, DIGEST);
    }

    private static boolean isPinRefused(SigningOutcome outcome) {
        return outcome instanceof Refused refused && refused.reason() == RefusalReason.PIN_REFUSED;
    }

    /** What a file beside the PIN's remembers. */
    private static final class Remembering implements PinMemory {
        private volatile boolean refused;

        @Override
        public boolean wasRefused() {
            return refused;
        }

        @Override
        public void refused() {
            refused = true;
        }

        @Override
        public void accepted() {
            refused = false;
        }
    }

    /** The device's own count of logins. */
    private record Counting(TokenDriver driver, AtomicInteger logins) implements TokenDriver {
        @Override
        public String label() {
            return driver.label();
        }

        @Override
        public TokenSession openSession() throws TokenFault {
            TokenSession session = driver.openSession();
            return (TokenSession) Proxy.newProxyInstance(
                    TokenSession.class.getClassLoader(), new Class<?>[] {TokenSession.class}, (proxy, method, args) -> {
                        if (method.getName().equals("login")) {
                            logins.incrementAndGet();
                        }
                        try {
                            return method.invoke(session, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public Reinitialisation reinitialise(Duration interval, Duration drain) throws TokenFault {
            return driver.reinitialise(interval, drain);
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
