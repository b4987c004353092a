package vn.lienthong.exchange.application.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;

/** Signed files leave the server's care, by their owner or by rule, and the log says so. */
class EndOfCareIT {
    @TempDir
    Path folder;

    private KeepingFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new KeepingFixture(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void theOwnerAloneRemovesAFile() throws Exception {
        KeptSignature kept = fixture.sign(SignatureForm.XADES_DETACHED, SignatureLevel.BASELINE_T);
        EndOfCare end = end(Optional.empty());
        Caller other = new Caller(fixture.exchange.ministry.name(), Caller.Kind.SYSTEM, Set.of(), Set.of(Role.SIGN));
        assertNotFound(() -> end.remove(other, kept.id()));
        assertThat(fixture.records.find(fixture.signer, kept.id())).isEqualTo(kept);

        end.remove(fixture.signer, kept.id());
        assertNotFound(() -> fixture.records.find(fixture.signer, kept.id()));
        assertNotFound(() -> end.remove(fixture.signer, kept.id()));
        Sha256Digest file = kept.current().content().digest();
        assertThat(fixture.entries(Deed.KEPT_SIGNATURE_REMOVED))
                .singleElement()
                .satisfies(body -> assertThat(body).contains(file.hex()).contains(fixture.signer.name()));
        // nothing refers to the octets any more: they are for the sweep
        assertThat(fixture.exchange.unitOfWork.<Set<Sha256Digest>>reading(
                        ledger -> ledger.contentUse().usedOf(Set.of(file))))
                .isEmpty();
    }

    @Test
    void aFileThatAWorkerHoldsIsGoneForItToo() throws Exception {
        fixture.authorityAway();
        KeptSignature awaiting = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_T);
        assertThat(awaiting.state()).isEqualTo(KeptState.AWAITING);
        fixture.authorityBack();
        AtomicInteger names = new AtomicInteger();
        CompleteSignatures worker = fixture.worker(() -> {
            // The first name is the claim's. By the next one the worker has the file at hand, and its owner removes it.
            if (names.incrementAndGet() == 2) {
                end(Optional.empty()).remove(fixture.signer, awaiting.id());
            }
            return fixture.exchange.ids.next();
        });
        fixture.clock.advance(Duration.ofHours(2));
        worker.run();
        assertThat(names).hasValueGreaterThanOrEqualTo(2);
        assertNotFound(() -> fixture.records.find(fixture.signer, awaiting.id()));
        assertThat(fixture.entries(Deed.SIGNATURE_EXTENDED)).isEmpty();
        assertThat(worker.run()).isFalse();
    }

    @Test
    void theRuleRemovesWhatIsOlder() throws Exception {
        KeptSignature old = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_T);
        EndOfCare end = end(Optional.of(Duration.ofDays(30)));
        assertThat(end.removeByRule()).isZero();
        fixture.clock.advance(Duration.ofDays(31));
        KeptSignature fresh = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_T);
        assertThat(end(Optional.empty()).removeByRule()).isZero();

        assertThat(end.removeByRule()).isEqualTo(1);
        assertNotFound(() -> fixture.records.find(fixture.signer, old.id()));
        assertThat(fixture.records.find(fixture.signer, fresh.id())).isEqualTo(fresh);
        assertThat(fixture.entries(Deed.KEPT_SIGNATURE_REMOVED))
                .singleElement()
                .satisfies(body -> assertThat(body).contains("kept-signature-days"));
    }

    @Test
    void noVersionIsDeletedWithoutItsFile() throws Exception {
        KeptSignature kept = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_T);
        for (String sql :
                new String[] {"delete from kept_signature_version", "update kept_signature_version set level = 'LTA'"
                }) {
            assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class);
        }
        assertThat(fixture.records.versions(kept)).containsExactly(kept.current());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = fixture.exchange.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private EndOfCare end(Optional<Duration> longest) {
        return new EndOfCare(fixture.exchange.unitOfWork, longest, fixture.clock);
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.NOT_FOUND));
    }
}
