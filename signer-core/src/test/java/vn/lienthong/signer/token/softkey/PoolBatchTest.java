package vn.lienthong.signer.token.softkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningTokenContract;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.Verification;
import vn.lienthong.signer.token.softkey.FaultInjection.Operation;

class PoolBatchTest {
    private static final SignatureScheme SCHEME = SignatureScheme.ECDSA_SHA256;

    @Test
    void answersEachDigestWithItsOwnSignatureInOrder() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            List<SigningOutcome> outcomes = signAll(under, 150);
            assertThat(outcomes).hasSize(150);
            for (int i = 0; i < outcomes.size(); i++) {
                assertThat(Verification.holds(
                                ContractKeys.publicKey(SigningTokenContract.EC),
                                SCHEME,
                                message(i),
                                ((Signed) outcomes.get(i)).signature()))
                        .isTrue();
            }
        }
    }

    @Test
    void goesOnInAFreshSessionWhereTheFormerWasLost() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            under.faults.fail(Operation.SIGN, FaultKind.SESSION_LOST, 1);
            assertThat(signAll(under, 20)).hasSize(20).allMatch(Signed.class::isInstance);
        }
    }

    @Test
    void keepsWhatWasSignedBeforeTheDeviceWasLost() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            under.faults.failAfter(Operation.SIGN, FaultKind.DEVICE_LOST, 30);
            List<SigningOutcome> outcomes = signAll(under, 100);
            assertThat(outcomes).hasSize(100);
            assertThat(outcomes.subList(0, 30)).allMatch(Signed.class::isInstance);
            outcomes.subList(30, 100).forEach(o -> PoolUnderFault.down(o, DownReason.DEVICE_LOST));
        }
    }

    @Test
    void countsTheDeadlineFromTheLatestSignature() {
        Duration deadline = Duration.ofMillis(400);
        try (PoolUnderFault under =
                new PoolUnderFault(PoolUnderFault.QUICK.withDeadline(deadline), PoolUnderFault.PIN)) {
            under.signsEventually();
            under.faults.slow(Operation.SIGN, Duration.ofMillis(40));
            // 20 times 40 milliseconds are twice the deadline.
            assertThat(signAll(under, 20)).hasSize(20).allMatch(Signed.class::isInstance);
        }
    }

    @Test
    void keepsWhatWasSignedBeforeTheDeviceHung() {
        Duration deadline = Duration.ofMillis(100);
        try (PoolUnderFault under =
                new PoolUnderFault(PoolUnderFault.QUICK.withDeadline(deadline), PoolUnderFault.PIN)) {
            under.signsEventually();
            under.faults.hangAfter(Operation.SIGN, 10);
            List<SigningOutcome> outcomes = signAll(under, 40);
            assertThat(outcomes.subList(0, 10)).allMatch(Signed.class::isInstance);
            assertThat(outcomes).hasSize(40);
            outcomes.subList(10, 40).forEach(o -> PoolUnderFault.down(o, DownReason.DEADLINE_EXCEEDED));
        }
    }

    @Test
    void refusesTheDigestOfAnotherAlgorithmAndSignsTheOthers() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            List<Digest> digests = new ArrayList<>(digests(2));
            digests.add(1, DigestAlgorithm.SHA384.digest(message(9)));
            List<SigningOutcome> outcomes = under.pool.signAll(SigningTokenContract.EC, SCHEME, digests);
            assertThat(outcomes.get(0)).isInstanceOf(Signed.class);
            assertThat(outcomes.get(1))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.DIGEST_MISMATCH));
            assertThat(outcomes.get(2)).isInstanceOf(Signed.class);
        }
    }

    @Test
    void leavesTheOnlyLaneToThoseWhoWait() {
        TokenPoolConfig one = PoolUnderFault.QUICK.withMaxSessions(1).withDirectCalls(0);
        try (PoolUnderFault under = new PoolUnderFault(one, PoolUnderFault.PIN)) {
            under.signsEventually();
            under.faults.slow(Operation.SIGN, Duration.ofMillis(20));
            CompletableFuture<List<SigningOutcome>> batch = CompletableFuture.supplyAsync(() -> signAll(under, 50));
            int signatures = under.faults.calls(Operation.SIGN);
            Eventually.holds("the batch begins", () -> under.faults.calls(Operation.SIGN) > signatures);
            for (int i = 0; i < 5; i++) {
                assertThat(under.sign()).isInstanceOf(Signed.class);
            }
            assertThat(batch).isNotDone();
            assertThat(batch.join()).hasSize(50).allMatch(Signed.class::isInstance);
        }
    }

    @Test
    void twoBatchesTakeTurnsOnOneLaneAndEachIsWhole() {
        TokenPoolConfig one = PoolUnderFault.QUICK.withMaxSessions(1).withDirectCalls(0);
        try (PoolUnderFault under = new PoolUnderFault(one, PoolUnderFault.PIN)) {
            under.signsEventually();
            under.faults.slow(Operation.SIGN, Duration.ofMillis(6));
            List<CompletableFuture<List<SigningOutcome>>> batches = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> signAll(under, 40)))
                    .toList();
            for (CompletableFuture<List<SigningOutcome>> batch : batches) {
                List<SigningOutcome> outcomes = batch.join();
                assertThat(outcomes).hasSize(40);
                for (int i = 0; i < outcomes.size(); i++) {
                    assertThat(Verification.holds(
                                    ContractKeys.publicKey(SigningTokenContract.EC),
                                    SCHEME,
                                    message(i),
                                    ((Signed) outcomes.get(i)).signature()))
                            .isTrue();
                }
            }
        }
    }

    private static List<SigningOutcome> signAll(PoolUnderFault under, int count) {
        return under.pool.signAll(SigningTokenContract.EC, SCHEME, digests(count));
    }

    private static List<Digest> digests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> DigestAlgorithm.SHA256.digest(message(i)))
                .toList();
    }

    private static byte[] message(int i) {
        return new byte[] {(byte) i};
    }
}
