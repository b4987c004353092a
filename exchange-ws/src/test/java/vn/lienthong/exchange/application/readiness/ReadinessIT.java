package vn.lienthong.exchange.application.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.timestamp.TrustedTime;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;
import vn.lienthong.signer.token.cryptoki.SoftHsm;
import vn.lienthong.signer.token.failover.Place;
import vn.lienthong.signer.token.failover.SigningHealth;

/** A server whose tokens open sessions and sign nothing is not ready. SoftHSM signs, or does not. */
class ReadinessIT {
    private static final String KEY = "niem-phong";

    @TempDir
    Path folder;

    private final String label = "ready-" + UUID.randomUUID().toString().substring(0, 8);
    private TestExchange exchange;
    private SigningToken token;
    private PublicKey right;
    private PublicKey wrong;

    @BeforeEach
    void start() throws Exception {
        exchange = TestExchange.in(folder, 4);
        SoftHsm hsm = SoftHsm.instanceBesideServers();
        hsm.createToken(label);
        right = hsm.createKey(label, KEY, KeyPairSpec.EC_P256);
        wrong = hsm.createKey(label, "khoa-khac", KeyPairSpec.EC_P256);
        token = TokenPool.open(hsm.driver(label), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        token.close();
    }

    @Test
    void isReadyWhereOnePlaceSigns() {
        assertThat(conditions(KEY, right)).isTrue();
    }

    @Test
    void isNotReadyWhereNoPlaceHasTheKey() {
        assertThat(token.health().usable()).isTrue();
        assertThat(conditions("khoa-khong-co", right)).isFalse();
    }

    @Test
    void isNotReadyWhereEachPlaceSignsWithAnotherKey() {
        assertThat(conditions(KEY, wrong)).isFalse();
    }

    private boolean conditions(String alias, PublicKey certified) {
        SigningHealth places = new SigningHealth(
                List.of(new Place("main", token, 1)),
                new KeyAlias(alias),
                SignatureScheme.ECDSA_SHA256,
                certified,
                exchange.clock,
                Duration.ofSeconds(1));
        Readiness readiness = new Readiness(
                exchange.unitOfWork, token, places, 1, exchange.store, TrustedTime.of(exchange.clock), Set.of());
        var conditions = readiness.conditions();
        assertThat(conditions.get(Condition.DATABASE)).isTrue();
        assertThat(conditions.get(Condition.CONTENT_STORE)).isTrue();
        return conditions.get(Condition.HSM);
    }
}
