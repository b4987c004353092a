package vn.lienthong.signer.token.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;
import vn.lienthong.signer.token.softkey.SoftKeyRing;
import vn.lienthong.signer.token.softkey.SoftKeyToken;

class FailoverTokenTest {
    private static final KeyAlias KEY = new KeyAlias("seal");
    private static final SignatureScheme SCHEME = SignatureScheme.ECDSA_SHA256;
    private static final Digest DIGEST = DigestAlgorithm.SHA256.digest(new byte[1]);
    private static final TokenDown DOWN = new TokenDown(DownReason.DEVICE_LOST, Duration.ofSeconds(3), "gone");

    private final SoftKeyRing ring = new SoftKeyRing();
    private final Counted heavy = new Counted(new SoftKeyToken(ring));
    private final Counted light = new Counted(new SoftKeyToken(ring));
    private final Counted standby = new Counted(new SoftKeyToken(ring));
    private final FailoverToken token = new FailoverToken(
            List.of(new Place("light", light, 1), new Place("standby", standby, 0), new Place("heavy", heavy, 3)));

    FailoverTokenTest() {
        ring.addEc(KEY, "secp256r1");
    }

    @Test
    void sharesRequestsByWeightAndLeavesTheStandbyAlone() {
        signs(40);
        assertThat(List.of(heavy.asked, light.asked, standby.asked)).containsExactly(30, 10, 0);
    }

    @Test
    void goesToTheNextPlaceAndBackAgain() {
        heavy.token.answer(Optional.of(DOWN));
        signs(12);
        assertThat(light.asked).isEqualTo(12);
        light.token.answer(Optional.of(DOWN));
        signs(4);
        assertThat(standby.asked).isEqualTo(4);
        heavy.token.answer(Optional.empty());
        light.token.answer(Optional.empty());
        int before = heavy.asked;
        signs(40);
        assertThat(heavy.asked - before).isEqualTo(30);
        assertThat(standby.asked).isEqualTo(4);
    }

    @Test
    void tellsTheSoonestTimeWhenAllAreDown() {
        Stream.of(heavy, light, standby).forEach(p -> p.token.answer(Optional.of(DOWN)));
        light.token.answer(Optional.of(new TokenDown(DownReason.BUSY, Duration.ofSeconds(1), "busy")));
        assertThat(sign())
                .isInstanceOfSatisfying(
                        TokenDown.class, down -> assertThat(down.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
        assertThat(token.health().usable()).isFalse();
    }

    @Test
    void triesAnotherPlaceForAKeyThatOneDoesNotHaveAndRemembersIt() {
        heavy.token.answer(Optional.of(new Refused(RefusalReason.KEY_UNKNOWN, "none")));
        signs(40);
        assertThat(heavy.asked).isEqualTo(1);
        assertThat(light.asked).isEqualTo(40);
    }

    @Test
    void saysThatThePlaceIsDownRatherThanThatTheOthersLackTheKey() {
        Stream.of(heavy, light, standby)
                .forEach(p -> p.token.answer(Optional.of(new Refused(RefusalReason.KEY_UNKNOWN, "none"))));
        assertThat(sign())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.KEY_UNKNOWN));
        light.token.answer(Optional.of(DOWN));
        assertThat(sign()).isEqualTo(DOWN);
    }

    @Test
    void asksNobodyElseAboutAWrongDigest() {
        assertThat(token.sign(KEY, SignatureScheme.ECDSA_SHA384, DIGEST))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.DIGEST_MISMATCH));
        assertThat(heavy.asked + light.asked + standby.asked).isEqualTo(1);
    }

    @Test
    void finishesABatchAtTheNextPlaceWithoutSigningTwice() {
        heavy.downAfter = 7;
        List<SigningOutcome> outcomes = token.signAll(
                KEY, SCHEME, Stream.generate(() -> DIGEST).limit(20).toList());
        assertThat(outcomes).hasSize(20).allMatch(Signed.class::isInstance);
        assertThat(heavy.asked).isEqualTo(20);
        assertThat(light.asked).isEqualTo(13);
    }

    @Test
    void asksForARealSignatureOnceAnIntervalAndNoticesAWrongKey() {
        Instant[] now = {Instant.parse("2026-03-02T08:00:00Z")};
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        SoftKeyRing other = new SoftKeyRing();
        other.addEc(KEY, "secp256r1");
        SoftKeyRing right = new SoftKeyRing();
        var publicKey = right.addEc(KEY, "secp256r1");
        Counted good = new Counted(new SoftKeyToken(right));
        SigningHealth health = new SigningHealth(
                List.of(new Place("right", good, 1), new Place("wrong", new SoftKeyToken(other), 1)),
                KEY,
                SCHEME,
                publicKey,
                clock,
                Duration.ofSeconds(10));
        assertThat(health.check()).extracting(PlaceHealth::signs).containsExactly(true, false);
        assertThat(health.check().get(1).detail()).contains("another key");
        assertThat(health.check().get(0).latency()).isPositive();
        assertThat(good.asked).isEqualTo(1);
        good.token.answer(Optional.of(DOWN));
        now[0] = now[0].plusSeconds(10);
        assertThat(health.check().get(0).detail()).isEqualTo("DEVICE_LOST: gone");
        assertThat(good.asked).isEqualTo(2);
    }

    @Test
    void refusesPlacesThatCannotBeToldApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailoverToken(List.of(new Place("a", light, 1), new Place("a", heavy, 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> new FailoverToken(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Place("a", light, 101));
    }

    @Test
    void closesEveryPlace() {
        token.close();
        assertThat(sign())
                .isInstanceOfSatisfying(
                        TokenDown.class, down -> assertThat(down.reason()).isEqualTo(DownReason.CLOSED));
    }

    private void signs(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(sign()).isInstanceOf(Signed.class);
        }
    }

    private SigningOutcome sign() {
        return token.sign(KEY, SCHEME, DIGEST);
    }

    private static final class Counted implements SigningToken {
        final SoftKeyToken token;
        int asked;
        int downAfter = Integer.MAX_VALUE;

        Counted(SoftKeyToken token) {
            this.token = token;
        }

        @Override
        public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
            return asked++ < downAfter ? token.sign(key, scheme, digest) : DOWN;
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
