package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.RecoveryConfig;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.Verification;

/** The folders of SoftHSM are moved away and back while requests come: the nearest to pulling an HSM's cable. */
class TokenTakenAwayIT {
    private static final KeyAlias KEY = new KeyAlias("seal");
    private static final SignatureScheme SCHEME = SignatureScheme.RSA_PKCS1_SHA256;
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final Duration STEP = Duration.ofMillis(50);
    private static final TokenPoolConfig CONFIG = TokenPoolConfig.DEFAULT
            .withMaxSessions(4)
            .withRecovery(new RecoveryConfig(
                    STEP,
                    STEP.multipliedBy(4),
                    STEP,
                    STEP.multipliedBy(4),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3)));

    private final SoftHsm hsm = SoftHsm.instance();
    private String label;
    private Path own;
    private PublicKey publicKey;
    private TokenPool pool;
    private Load load;

    @BeforeEach
    void open() throws Exception {
        label = "away-" + System.nanoTime();
        List<Path> before = folders();
        hsm.createToken(label);
        publicKey = hsm.createKey(label, KEY.value(), KeyPairSpec.RSA_2048);
        own = folders().stream().filter(f -> !before.contains(f)).findFirst().orElseThrow();
        pool = TokenPool.open(hsm.driver(label), SoftHsm.pin(), CONFIG, Clock.systemUTC());
        load = new Load(this::sign);
    }

    @AfterEach
    void close() {
        load.close();
        pool.close();
    }

    @Test
    void signsAgainWhenTheTokensFolderIsBack() throws Exception {
        takeAwayAndBringBack(own);
    }

    @Test
    void signsAgainWhenTheFolderOfAllTokensIsBack() throws Exception {
        takeAwayAndBringBack(hsm.tokens());
    }

    @Test
    void signsAgainAndAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            takeAwayAndBringBack(own);
        }
    }

    @Test
    void leavesTheNeighboursOfTheTokenSigning() throws Exception {
        String neighbour = label + "-neighbour";
        hsm.createToken(neighbour);
        hsm.createKey(neighbour, KEY.value(), KeyPairSpec.EC_P256);
        try (TokenPool other = TokenPool.open(hsm.driver(neighbour), SoftHsm.pin(), CONFIG, Clock.systemUTC());
                Load otherLoad = new Load(
                        () -> other.sign(KEY, SignatureScheme.ECDSA_SHA256, DigestAlgorithm.SHA256.digest(MESSAGE)))) {
            otherLoad.awaitSigned(20);
            long generation = hsm.module().generation();
            takeAwayAndBringBack(own);
            // The module was started again under the neighbour, which opened its sessions anew and lost no request.
            assertThat(hsm.module().generation()).isGreaterThan(generation);
            otherLoad.awaitSigned(20);
            assertThat(otherLoad.turnedAway()).isZero();
        }
    }

    private void takeAwayAndBringBack(Path folder) throws IOException {
        load.awaitSigned(20);
        Path away = hsm.tokens().resolveSibling("away-" + System.nanoTime());
        Files.move(folder, away);
        Eventually.holds("down", () -> !pool.health().usable());
        long began = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertThat(sign()).isNotInstanceOf(Signed.class);
        }
        // A budget, not a measurement: 200 answers at the deadline would take 1,000 seconds.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        load.awaitTurnedAway(200);
        Files.move(away, folder);
        Eventually.holds("up", () -> pool.health().usable());
        load.awaitSigned(20);
        assertThat(sign())
                .isInstanceOfSatisfying(
                        Signed.class,
                        signed -> assertThat(Verification.holds(publicKey, SCHEME, MESSAGE, signed.signature()))
                                .isTrue());
        assertThat(load.slowest()).isLessThan(CONFIG.deadline().plusSeconds(2));
    }

    private SigningOutcome sign() {
        return pool.sign(KEY, SCHEME, DigestAlgorithm.SHA256.digest(MESSAGE));
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> list = Files.list(hsm.tokens())) {
            return list.toList();
        }
    }
}
