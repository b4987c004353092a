package vn.lienthong.exchange.application.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.BaselineLevel;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptSignatures.Claimed;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.testpki.DssJudge;

/** Signed files are completed once what was missing is there, and their archive timestamps renewed in time. */
class CompleteSignaturesIT {
    private static final Duration RETRY = Duration.ofMinutes(3);
    private static final Duration LONG = Duration.ofHours(2);

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

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"PADES", "XADES_DETACHED", "CADES_DETACHED", "ASIC_E_CADES"})
    void signsWithoutAnAuthorityAndCompletesOnceItIsBack(SignatureForm form) throws Exception {
        fixture.authorityAway();
        KeptSignature signed = fixture.sign(form, SignatureLevel.BASELINE_LTA);
        assertThat(signed.state()).isEqualTo(KeptState.AWAITING);
        assertThat(signed.current().level()).isEqualTo(BaselineLevel.B);
        assertThat(signed.waitingFor()).isEqualTo(FailureCode.TSA_UNAVAILABLE);

        KeptSignature still = fixture.after(RETRY, signed);
        assertThat(still.current()).isEqualTo(signed.current());
        assertThat(still.attempts()).isEqualTo(1);

        fixture.authorityBack();
        KeptSignature complete = fixture.after(LONG, signed);
        assertThat(complete.state()).isEqualTo(KeptState.COMPLETE);
        assertThat(complete.current().level()).isEqualTo(BaselineLevel.LTA);
        assertThat(complete.horizon()).isAfter(Instant.now());
        assertThat(fixture.records.versions(complete)).containsExactly(signed.current(), complete.current());
        assertJudged(form, complete);
        assertThat(audit("signature-extended"))
                .anySatisfy(body -> assertThat(body)
                        .contains(signed.current().content().digest().hex())
                        .contains(complete.current().content().digest().hex()));
        assertThat(used(signed.current(), complete.current())).hasSize(2);
    }

    @Test
    void signsWithoutListsAndCompletesOnceTheyAreThere() throws Exception {
        fixture.listsAway();
        KeptSignature signed = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_LT);
        assertThat(signed.current().level()).isEqualTo(BaselineLevel.T);
        assertThat(signed.waitingFor()).isEqualTo(FailureCode.REVOCATION_UNAVAILABLE);
        assertThat(fixture.after(RETRY, signed).state()).isEqualTo(KeptState.AWAITING);

        fixture.listsBack();
        KeptSignature complete = fixture.after(LONG, signed);
        assertThat(complete.state()).isEqualTo(KeptState.COMPLETE);
        assertThat(complete.current().level()).isEqualTo(BaselineLevel.LT);
        assertThat(complete.due()).isNull();
        assertJudged(SignatureForm.PADES, complete);
    }

    @Test
    void takesTheTimestampAsSoonAsItCan() throws Exception {
        fixture.authorityAway();
        fixture.listsAway();
        KeptSignature signed = fixture.sign(SignatureForm.CADES_DETACHED, SignatureLevel.BASELINE_LTA);
        assertThat(signed.current().level()).isEqualTo(BaselineLevel.B);

        fixture.authorityBack();
        KeptSignature stamped = fixture.after(RETRY, signed);
        assertThat(stamped.state()).isEqualTo(KeptState.AWAITING);
        assertThat(stamped.current().level()).isEqualTo(BaselineLevel.T);
        assertThat(stamped.waitingFor()).isEqualTo(FailureCode.REVOCATION_UNAVAILABLE);

        fixture.listsBack();
        KeptSignature complete = fixture.after(LONG, signed);
        assertThat(complete.current().level()).isEqualTo(BaselineLevel.LTA);
        assertThat(complete.current().number()).isEqualTo(3);
        assertJudged(SignatureForm.CADES_DETACHED, complete);
    }

    @Test
    void renewsTheArchiveTimestampBeforeItsAuthoritysCertificateEnds() throws Exception {
        fixture.authorityUntil(Duration.ofDays(8));
        KeptSignature signed = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_LTA);
        assertThat(signed.state()).isEqualTo(KeptState.COMPLETE);
        Instant horizon = signed.horizon();
        assertThat(horizon)
                .isBetween(Instant.now().plus(Duration.ofDays(7)), Instant.now().plus(Duration.ofDays(9)));
        assertThat(signed.due()).isBefore(horizon.minus(Duration.ofDays(1)));
        assertThat(fixture.after(Duration.ofDays(5), signed).current()).isEqualTo(signed.current());

        // due, but the same authority would only stamp with the same end
        KeptSignature waiting = fixture.after(Duration.ofDays(1).plusHours(2), signed);
        assertThat(waiting.current()).isEqualTo(signed.current());
        assertThat(waiting.waitingFor()).isEqualTo(FailureCode.TSA_UNAVAILABLE);
        assertThat(waiting.due()).isBefore(horizon);

        fixture.authorityBack();
        KeptSignature renewed = fixture.after(Duration.between(fixture.clock.instant(), waiting.due()), signed);
        assertThat(fixture.clock.instant()).as("in time").isBefore(horizon);
        assertThat(renewed.current().number()).isEqualTo(2);
        assertThat(renewed.horizon()).isAfter(horizon);
        assertThat(renewed.waitingFor()).isNull();
        assertJudged(SignatureForm.PADES, renewed);
    }

    @Test
    void isClaimedAgainWhenItsWorkerDied() throws Exception {
        fixture.authorityAway();
        KeptSignature signed = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_T);
        fixture.authorityBack();
        fixture.clock.advance(RETRY);
        UUID dead = new UUID(0, 1);
        Instant now = fixture.clock.instant();
        Optional<Claimed> claimed = fixture.exchange.unitOfWork.inTransaction(
                ledger -> ledger.keptSignatures().claim(dead, now, Duration.ofMinutes(10)));
        assertThat(claimed).map(Claimed::lost).hasValue(0);
        assertThat(fixture.completing.run()).isFalse();

        KeptSignature complete = fixture.after(Duration.ofMinutes(11), signed);
        assertThat(complete.current().level()).isEqualTo(BaselineLevel.T);
        boolean holds = fixture.exchange.unitOfWork.inTransaction(
                ledger -> ledger.keptSignatures().holds(signed.id(), dead));
        assertThat(holds).isFalse();
    }

    /** Claims it, and then ends as no worker may: what it was doing is on no record. */
    private void loseAWorker() {
        Iterator<UUID> names = List.of(fixture.exchange.ids.next()).iterator();
        assertThatThrownBy(() -> fixture.worker(names::next).run()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void waitsForAnOperatorWhenWorkerAfterWorkerDiesOfIt() throws Exception {
        fixture.authorityAway();
        KeptSignature signed = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_T);
        fixture.authorityBack();
        fixture.clock.advance(RETRY);
        for (int lost = 0; lost < 5; lost++) {
            loseAWorker();
            // each has the file for twice as long as the one before
            fixture.clock.advance(Duration.ofMinutes(10L << lost).minusMinutes(1));
            assertThat(fixture.completing.run()).as("after %s", lost).isFalse();
            fixture.clock.advance(Duration.ofMinutes(2));
        }
        KeptSignature aside = fixture.after(Duration.ZERO, signed);
        assertThat(aside.state()).isEqualTo(KeptState.SET_ASIDE);
        assertThat(aside.current()).isEqualTo(signed.current());
        assertThat(aside.due()).isNull();
        assertThat(fixture.after(Duration.ofDays(30), signed)).isEqualTo(aside);
        assertThat(audit("signature-set-aside"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(signed.id().toString());

        Caller operator = new Caller("van-hanh", Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));
        assertThat(fixture.setAside.all(operator, Page.FIRST)).contains(aside);
        KeptSignature again = fixture.setAside.tryAgain(operator, signed.id());
        assertThat(again.state()).isEqualTo(KeptState.AWAITING);
        assertThat(fixture.after(Duration.ZERO, signed).current().level()).isEqualTo(BaselineLevel.T);
        assertThat(audit("signature-tried-again"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("van-hanh");
        assertFailure(() -> fixture.setAside.tryAgain(operator, signed.id()), FailureCode.NOT_FOUND);
        assertFailure(() -> fixture.setAside.tryAgain(fixture.signer, signed.id()), FailureCode.NOT_PERMITTED);
        assertFailure(() -> fixture.setAside.all(fixture.signer, Page.FIRST), FailureCode.NOT_PERMITTED);
    }

    @Test
    void aWorkerThatSaysWhatBecameOfItCountsForNoneThatWasLost() throws Exception {
        fixture.authorityAway();
        KeptSignature signed = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_T);
        fixture.clock.advance(RETRY);
        for (int i = 0; i < 12; i++) {
            loseAWorker();
            fixture.clock.advance(LONG);
            assertThat(fixture.completing.run()).isTrue();
            fixture.clock.advance(LONG);
        }
        assertThat(fixture.after(Duration.ZERO, signed).state()).isEqualTo(KeptState.AWAITING);
    }

    private static void assertFailure(ThrowingCallable call, FailureCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }

    @Test
    void isNothingToAnybodyElse() {
        KeptSignature signed = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_B);
        Caller other = new Caller(fixture.exchange.ministry.name(), Caller.Kind.SYSTEM, Set.of(), Set.of(Role.SIGN));
        assertFailure(() -> fixture.records.find(other, signed.id()), FailureCode.NOT_FOUND);
    }

    private void assertJudged(SignatureForm form, KeptSignature kept) throws Exception {
        SignatureLevel level =
                SignatureLevel.valueOf("BASELINE_" + kept.current().level());
        List<Path> detached = form.isDetached()
                ? fixture.ades.documents(form).stream().map(NamedDocument::file).toList()
                : List.of();
        Path file = fixture.file(kept.current());
        assertThat(Files.size(file)).isEqualTo(kept.current().content().length());
        assertThat(DssJudge.failures(file, detached, fixture.ades.pki, AdesFixture.format(form, level)))
                .isEmpty();
    }

    private Set<Sha256Digest> used(KeptSignature.Version... versions) {
        List<Sha256Digest> digests = new ArrayList<>();
        for (KeptSignature.Version version : versions) {
            digests.add(version.content().digest());
        }
        return fixture.exchange.unitOfWork.reading(ledger -> ledger.contentUse().usedOf(digests));
    }

    private List<String> audit(String deed) throws Exception {
        try (var connection = fixture.exchange.owner.getConnection();
                var statement = connection.prepareStatement("select body from audit_entry where body like ?")) {
            statement.setString(1, "%\"" + deed + "\"%");
            List<String> bodies = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
            return bodies;
        }
    }
}
