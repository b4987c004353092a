package vn.lienthong.signer.sign.ades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.augment.AugmentRequest;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.validate.Verdict;

/** A timestamp authority that hangs holds up those who wait for it, and nobody else. */
class SlowAuthorityIT {
    private static final long SECONDS = 60;

    @TempDir
    Path folder;

    private final CountDownLatch asked = new CountDownLatch(2);
    private final CountDownLatch answers = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private AdesFixture fixture;
    private AdesSigner slow;

    /** The fixture's own authority, once it is allowed to answer. */
    private final class Hanging implements TimestampSource {
        private final TimestampSource honest = fixture.timestamps();

        @Override
        public TimestampOutcome timestamp(Digest messageImprint) {
            asked.countDown();
            try {
                assertThat(answers.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return honest.timestamp(messageImprint);
        }
    }

    @BeforeEach
    void setUp() {
        fixture = new AdesFixture(folder);
        slow = fixture.signer(new Hanging(), fixture.revocation(), AdesLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        answers.countDown();
        threads.shutdownNow();
    }

    private static SignDocumentOutcome sign(AdesSigner signer, AdesFixture fixture, SignatureLevel level, Path signed) {
        return signer.sign(AdesFixture.request(
                SignatureForm.JADES_FLATTENED,
                level,
                fixture.key(SignatureScheme.ECDSA_SHA256),
                fixture.documents(SignatureForm.JADES_FLATTENED),
                signed));
    }

    @Test
    void othersGoOnMeanwhile() throws Exception {
        Path before = folder.resolve("before");
        assertThat(sign(fixture.signer(), fixture, SignatureLevel.BASELINE_B, before))
                .isInstanceOf(Signed.class);
        Path stamped = folder.resolve("stamped");
        Path raised = folder.resolve("raised");
        Future<SignDocumentOutcome> signing =
                threads.submit(() -> sign(slow, fixture, SignatureLevel.BASELINE_T, stamped));
        Future<SignDocumentOutcome> raising = threads.submit(() ->
                slow.augmenter().augment(new AugmentRequest(before, List.of(), SignatureLevel.BASELINE_T, raised)));
        assertThat(asked.await(SECONDS, TimeUnit.SECONDS))
                .as("both wait for the authority at the same time")
                .isTrue();

        Path beside = folder.resolve("beside");
        assertThat(threads.submit(() -> sign(fixture.signer(), fixture, SignatureLevel.BASELINE_T, beside))
                        .get(SECONDS / 2, TimeUnit.SECONDS))
                .isInstanceOf(Signed.class);
        assertThat(threads.submit(() -> fixture.report(beside, Optional.empty()).verdict())
                        .get(SECONDS / 2, TimeUnit.SECONDS))
                .isEqualTo(Verdict.VALID);
        assertThat(signing.isDone() || raising.isDone()).isFalse();

        answers.countDown();
        assertThat(signing.get(SECONDS, TimeUnit.SECONDS)).isInstanceOf(Signed.class);
        assertThat(raising.get(SECONDS, TimeUnit.SECONDS)).isInstanceOf(Signed.class);
        assertThat(fixture.report(stamped, Optional.empty()).verdict()).isEqualTo(Verdict.VALID);
        assertThat(fixture.report(raised, Optional.empty()).verdict()).isEqualTo(Verdict.VALID);
    }
}
