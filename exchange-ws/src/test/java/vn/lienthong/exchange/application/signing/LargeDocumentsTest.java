package vn.lienthong.exchange.application.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.twostep.CompleteSignature;
import vn.lienthong.exchange.application.verification.ValidateDocument;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignatureLevel;

/**
 * Whatever is done with a large document: another one has the only place for them, so it waits, and none of what does the work
 * is asked (there is none here).
 */
class LargeDocumentsTest {
    private static final long LARGE = 5L << 20;
    private static final Caller CALLER = new Caller("nguoi-ky", Caller.Kind.PERSON, Set.of(), Set.of(Role.SIGN));

    @TempDir
    Path folder;

    private final Gate gate = new Gate(2, Duration.ZERO);
    private SourceDocument large;
    private Gate.Pass taken;

    @BeforeEach
    void take() throws Exception {
        Path file = folder.resolve("large.pdf");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        large = new SourceDocument(new NamedDocument("large.pdf", file), Sha256Digest.of(new byte[32]));
        taken = gate.enter(LARGE);
    }

    @AfterEach
    void leave() {
        taken.close();
    }

    @Test
    void waitToBeValidated() {
        assertWaits(() ->
                new ValidateDocument(nothing(), gate).validate(large.document().file()));
    }

    @Test
    void waitToBeExtended() {
        ExtendSignatures extend =
                new ExtendSignatures(nothing(), noDatabase(), Clock.systemUTC(), UUID::randomUUID, folder, gate);
        assertWaits(() -> extend.extend(CALLER, new ExtendCommand(large, List.of(), SignatureLevel.BASELINE_T)));
        SourceDocument small = new SourceDocument(
                new NamedDocument("small.p7s", folder.resolve("small.p7s")), Sha256Digest.of(new byte[32]));
        assertWaits(() -> extend.extend(CALLER, new ExtendCommand(small, List.of(large), SignatureLevel.BASELINE_T)));
    }

    @Test
    void waitToBeShown() {
        PreviewAppearance preview = new PreviewAppearance(nothing(), Clock.systemUTC(), gate);
        VisibleSignature appearance =
                new VisibleSignature.OfficialSignature(SampleSignature.png(), new Placement.InField("chu-ky"));
        assertWaits(() -> preview.show(CALLER, large, appearance));
    }

    @Test
    void waitToBeCompleted() {
        CompleteSignature complete = new CompleteSignature(
                nothing(),
                nothing(),
                new SigningAudit(noDatabase(), Clock.systemUTC()),
                UUID::randomUUID,
                folder,
                gate);
        var continuing = new CompleteSignature.Continuing("", Bytes.of(new byte[1]), "", LARGE);
        assertWaits(() -> complete.complete(CALLER, continuing, words -> {
            throw new AssertionError("not asked");
        }));
    }

    private static void assertWaits(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OVERLOADED));
    }

    private static UnitOfWork noDatabase() {
        return nothing();
    }

    @SuppressWarnings("NullAway") // what is never asked
    private static <T> T nothing() {
        return null;
    }
}
