package vn.lienthong.signer.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.verify.EvidenceReport.Conclusion;

/** Without a list that speaks of the time of sealing there is no yes, and a list that says revoked is a no. */
class RevocationTest {
    private static final Instant NOW = EvidenceFixture.NOW;

    private final EvidenceFixture fixture = new EvidenceFixture();
    private final EvidenceFile honest = fixture.file();

    @TempDir
    Path folder;

    private EvidenceReport verify(List<X509CRL> inFile, List<X509CRL> besides) throws IOException {
        EvidenceFile file = new EvidenceFile(
                honest.log(),
                honest.dispatch(),
                honest.envelope(),
                honest.entries(),
                honest.heads(),
                honest.certificates(),
                inFile);
        return new EvidenceVerifier(fixture.anchors(), Optional.empty(), besides)
                .verify(Files.write(folder.resolve("evidence.zip"), EvidenceFixture.zip(file)), Optional.empty());
    }

    private X509CRL users(Instant thisUpdate, Instant nextUpdate) {
        return Parsed.crl(fixture.pki.crl(thisUpdate, nextUpdate));
    }

    private X509CRL root() {
        return Parsed.crl(fixture.pki.rootCrl());
    }

    @Test
    void isNotDecidedWithoutLists() throws IOException {
        EvidenceReport report = verify(List.of(), List.of());
        assertThat(report.conclusion()).isEqualTo(Conclusion.UNDECIDED);
        assertThat(report.holds()).isFalse();
        assertThat(report.proven()).isEmpty();
        assertThat(report.checks())
                .filteredOn(check -> check.result() == Check.Result.UNDECIDED)
                .extracting(Check::code)
                .contains(CheckCode.SEAL_REVOCATION, CheckCode.TIMESTAMP_REVOCATION);
    }

    @Test
    void isNotDecidedWhileOneAuthorityOfThePathIsSilent() throws IOException {
        assertThat(verify(List.of(root()), List.of()).conclusion()).isEqualTo(Conclusion.UNDECIDED);
        assertThat(verify(List.of(users(NOW.minusSeconds(9), NOW.plusSeconds(9))), List.of())
                        .conclusion())
                .isEqualTo(Conclusion.UNDECIDED);
    }

    @Test
    void isNotDecidedByAListThatHadEndedBefore() throws IOException {
        X509CRL ended = users(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)));
        assertThat(verify(List.of(), List.of(ended, root())).conclusion()).isEqualTo(Conclusion.UNDECIDED);
    }

    @Test
    void isNotDecidedByAListThatMayHaveForgottenTheExpired() throws IOException {
        Instant afterExpiry =
                fixture.sealer.certificate().getNotAfter().toInstant().plusSeconds(60);
        X509CRL late = users(afterExpiry, afterExpiry.plusSeconds(60));
        assertThat(verify(List.of(), List.of(late, root())).conclusion()).isEqualTo(Conclusion.UNDECIDED);
    }

    @Test
    void holdsByListsInTheFileOrBesides() throws IOException {
        assertThat(verify(fixture.crls(), List.of()).holds()).isTrue();
        assertThat(verify(List.of(), fixture.crls()).holds()).isTrue();
        X509CRL later = users(NOW.plus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(40)));
        assertThat(verify(List.of(later, root()), List.of()).holds()).isTrue();
    }

    @Test
    void holdsForEverByTheListsOfItsTime() throws IOException {
        // nothing here asks what time it is now: the lists above ended long before any later run of this test
        assertThat(users(NOW.minusSeconds(9), NOW.plusSeconds(9))
                        .getNextUpdate()
                        .toInstant())
                .isBefore(NOW.plusSeconds(10));
        assertThat(verify(List.of(users(NOW.minusSeconds(9), NOW.plusSeconds(9)), root()), List.of())
                        .holds())
                .isTrue();
    }

    @Test
    void refusesWhatWasRevokedBeforeItSealedOrStamped() throws IOException {
        fixture.pki.revoke(fixture.sealer.certificate(), NOW.minusSeconds(1));
        assertThat(EvidenceVerifierTest.failed(verify(fixture.crls(), List.of())))
                .containsExactly(CheckCode.SEAL_REVOCATION);
        fixture.pki.revoke(fixture.tsa.certificate(), NOW.minusSeconds(1));
        assertThat(EvidenceVerifierTest.failed(verify(fixture.crls(), List.of())))
                .containsExactlyInAnyOrder(CheckCode.SEAL_REVOCATION, CheckCode.TIMESTAMP_REVOCATION);
    }

    @Test
    void holdsIfRevokedAfterwards() throws IOException {
        fixture.pki.revoke(fixture.sealer.certificate(), NOW.plusSeconds(60));
        assertThat(verify(List.of(), List.of(users(NOW.plusSeconds(90), NOW.plusSeconds(99)), root()))
                        .holds())
                .isTrue();
    }

    @Test
    void aListBesidesTellsWhatTheFileKeepsBack() throws IOException {
        List<X509CRL> before = fixture.crls();
        fixture.pki.revoke(fixture.sealer.certificate(), NOW.minusSeconds(1));
        assertThat(EvidenceVerifierTest.failed(verify(before, fixture.crls())))
                .containsExactly(CheckCode.SEAL_REVOCATION);
    }

    @Test
    void aRevokedAuthorityTakesItsUsersWithIt() throws IOException {
        fixture.pki.revoke(fixture.pki.intermediate(), NOW.minusSeconds(1));
        assertThat(EvidenceVerifierTest.failed(verify(fixture.crls(), List.of())))
                .containsExactlyInAnyOrder(CheckCode.SEAL_REVOCATION, CheckCode.TIMESTAMP_REVOCATION);
    }

    @Test
    void refusesAListThatNobodyKnownSigned() throws IOException {
        List<X509CRL> strange = new ArrayList<>(fixture.crls());
        strange.add(Parsed.crl(new EvidenceFixture().pki.crl()));
        assertThat(EvidenceVerifierTest.failed(verify(strange, List.of()))).contains(CheckCode.STRUCTURE);
    }
}
