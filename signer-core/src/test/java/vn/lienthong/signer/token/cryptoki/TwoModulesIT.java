package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.RecoveryConfig;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.Verification;
import vn.lienthong.signer.token.failover.FailoverToken;
import vn.lienthong.signer.token.failover.Place;
import vn.lienthong.signer.token.failover.PlaceHealth;
import vn.lienthong.signer.token.failover.SigningHealth;

/** One RSA key with one CKA_ID in SoftHSM and in NSS, under two labels; SoftHSM is taken away under load. */
class TwoModulesIT {
    private static final KeyAlias KEY = new KeyAlias("agency-seal");
    private static final SignatureScheme SCHEME = SignatureScheme.RSA_PKCS1_SHA256;
    private static final byte[] MESSAGE = {4, 5, 6};
    private static final Duration STEP = Duration.ofMillis(50);

    private final SoftHsm hsm = SoftHsm.instance();
    private final NssToken nss = NssToken.instance();
    private final String label = "two-modules-" + System.nanoTime();
    private final Bytes id = Bytes.of(label.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    private KeyPair pair;
    private Path folder;
    private Asked first;
    private Asked second;
    private FailoverToken token;
    private Load load;

    @BeforeEach
    void open() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        List<Path> before = folders();
        long slot = hsm.createToken(label).id();
        folder = folders().stream().filter(f -> !before.contains(f)).findFirst().orElseThrow();
        try (CryptokiSession session = hsm.module().openSession(slot, SessionAccess.READ_WRITE);
                CryptokiSession other = nss.login();
                Pin pin = SoftHsm.pin()) {
            session.login(TokenUser.USER, pin);
            ImportedKey.store(session, (RSAPrivateCrtKey) pair.getPrivate(), id, "in SoftHSM");
            ImportedKey.store(other, (RSAPrivateCrtKey) pair.getPrivate(), id, "in NSS");
        }
        TokenPoolConfig config = TokenPoolConfig.DEFAULT
                .withMaxSessions(4)
                .withKeys(Map.of(KEY, KeyLocator.ofId(id)))
                .withRecovery(new RecoveryConfig(
                        STEP,
                        STEP.multipliedBy(4),
                        STEP,
                        STEP.multipliedBy(4),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3)));
        first = new Asked(TokenPool.open(hsm.driver(label), SoftHsm.pin(), config, Clock.systemUTC()));
        second = new Asked(TokenPool.open(nss.driver(), SoftHsm.pin(), config, Clock.systemUTC()));
        token = new FailoverToken(List.of(new Place("softhsm", first, 3), new Place("nss", second, 1)));
        load = new Load(this::sign);
    }

    @AfterEach
    void close() {
        load.close();
        token.close();
    }

    @Test
    void losesNoRequestWhenSoftHsmIsTakenAwayAndUsesItAgainWhenItIsBack() throws Exception {
        load.awaitSigned(50);
        Path away = hsm.tokens().resolveSibling("away-" + label);
        Files.move(folder, away);
        Eventually.holds("SoftHSM down", () -> !first.health().usable());
        load.awaitSigned(100);
        signsRight();
        Files.move(away, folder);
        Eventually.holds("SoftHSM up", () -> first.health().usable());
        usesAgain(first);
        assertThat(load.turnedAway()).isZero();
    }

    @Test
    void everyPlaceSignsWithTheSameKey() {
        SigningHealth health = new SigningHealth(
                List.of(new Place("softhsm", first, 3), new Place("nss", second, 1)),
                KEY,
                SCHEME,
                pair.getPublic(),
                Clock.systemUTC(),
                Duration.ofSeconds(1));
        assertThat(health.check()).hasSize(2).allMatch(PlaceHealth::signs);
    }

    private void usesAgain(Asked place) {
        long before = place.signed.get();
        Eventually.holds("signatures of the place that is back", () -> place.signed.get() > before + 20);
    }

    private void signsRight() {
        assertThat(sign())
                .isInstanceOfSatisfying(
                        Signed.class,
                        signed -> assertThat(Verification.holds(pair.getPublic(), SCHEME, MESSAGE, signed.signature()))
                                .isTrue());
    }

    private SigningOutcome sign() {
        return token.sign(KEY, SCHEME, DigestAlgorithm.SHA256.digest(MESSAGE));
    }

    private List<Path> folders() throws java.io.IOException {
        try (Stream<Path> list = Files.list(hsm.tokens())) {
            return list.toList();
        }
    }

    private record Asked(SigningToken token, AtomicLong signed) implements SigningToken {
        Asked(SigningToken token) {
            this(token, new AtomicLong());
        }

        @Override
        public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
            SigningOutcome outcome = token.sign(key, scheme, digest);
            if (outcome instanceof Signed) {
                signed.incrementAndGet();
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
}
