package vn.lienthong.exchange.application.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keeping.TakeIntoCare;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocuments;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;

class SignOfficialDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Caller CALLER = new Caller("an", Caller.Kind.PERSON, Set.of(), Set.of(Role.SIGN));
    private static final CertifiedKey KEY =
            new KeysInMemory().put("mine", TestPki.at(NOW).issue(Profile.signer("Nguyễn Văn An")));

    @TempDir
    Path folder;

    private final SigningRecords records = new SigningRecords("an", "mine");

    @Test
    void handsOutTheSignedDocumentOnceItIsWrittenDown() {
        SignedDocument signed = use(SignOfficialDocumentTest::signed).sign(CALLER, command("mine"));

        assertThat(signed.file()).hasContent("signed");
        assertThat(records.notes).singleElement().satisfies(note -> {
            assertThat(note.deed()).isEqualTo(Deed.DOCUMENT_SIGNED);
            assertThat(note.details())
                    .containsEntry("signed", signed.digest().hex())
                    .containsEntry("key", "mine");
        });
        signed.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehindWhenItCannotBeWrittenDown() {
        records.breakDown();
        assertThatThrownBy(() -> use(SignOfficialDocumentTest::signed).sign(CALLER, command("mine")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAKeyThatIsNotGrantedBeforeAnythingIsDone() {
        SignOfficialDocument use = use(request -> {
            throw new AssertionError("was asked to sign");
        });
        assertThatThrownBy(() -> use.sign(CALLER, command("theirs")))
                .satisfies(e -> assertThat(code(e)).isEqualTo(FailureCode.KEY_NOT_YOURS));
    }

    @ParameterizedTest
    @EnumSource(SignRefusal.class)
    void writesDownEachRefusalAndNamesItsReason(SignRefusal reason) {
        SignOfficialDocument use = use(request -> new SignDocumentOutcome.Refused(reason, "detail"));
        assertThatThrownBy(() -> use.sign(CALLER, command("mine")))
                .isInstanceOfSatisfying(FailureException.class, e -> {
                    // of a constraint its own name, which the caller can look up
                    assertThat(e.failure().arguments())
                            .containsExactly(reason == SignRefusal.FIELD_CONSTRAINT_UNMET ? "detail" : reason.name());
                    assertThat(e.failure().code()).isNotIn(EnumSet.of(FailureCode.INTERNAL, FailureCode.OVERLOADED));
                });
        assertThat(records.notes).singleElement().satisfies(note -> {
            assertThat(note.deed()).isEqualTo(Deed.SIGNING_REFUSED);
            assertThat(note.details()).containsEntry("reason", reason.name());
        });
    }

    @Test
    void saysWhichDependencyIsAway() {
        Duration wait = Duration.ofSeconds(7);
        SignOfficialDocument noToken =
                use(request -> new SignDocumentOutcome.TokenDown(SigningOutcome.DownReason.DEVICE_LOST, wait, ""));
        SignOfficialDocument noTimestamp = use(request -> new SignDocumentOutcome.TimestampDown(wait, ""));

        assertThatThrownBy(() -> noToken.sign(CALLER, command("mine")))
                .satisfies(e -> assertThat(code(e)).isEqualTo(FailureCode.HSM_UNAVAILABLE));
        assertThatThrownBy(() -> noTimestamp.sign(CALLER, command("mine")))
                .satisfies(e -> assertThat(code(e)).isEqualTo(FailureCode.TSA_UNAVAILABLE));
    }

    private SignOfficialDocument use(SignDocuments signer) {
        return new SignOfficialDocument(
                new GrantedKeys(records, alias -> Optional.of(KEY), Clock.fixed(NOW, ZoneOffset.UTC)),
                records.uses(Clock.fixed(NOW, ZoneOffset.UTC)),
                signer,
                records,
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> new UUID(0, 1),
                folder,
                new Gate(1, Duration.ZERO),
                new TakeIntoCare(new NoStore(), () -> new UUID(0, 2), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static SignDocumentOutcome signed(AdesRequest request) {
        try {
            Files.writeString(request.signed(), "signed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SignDocumentOutcome.Signed(
                request.signed(), DigestAlgorithm.SHA256.digest(new byte[1]), 6, NOW, Optional.empty());
    }

    private SignDocumentCommand command(String key) {
        return new SignDocumentCommand(
                List.of(new SourceDocument(
                        new NamedDocument("document.pdf", folder.resolve("document.pdf")),
                        Sha256Digest.of(new byte[32]))),
                new KeyAlias(key),
                Optional.empty(),
                SignatureForm.PADES,
                SignatureLevel.BASELINE_B,
                Optional.empty(),
                SignatureDetails.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private static FailureCode code(Throwable e) {
        return ((FailureException) e).failure().code();
    }

    /** Nothing is stored of what is handed out alone. */
    private static final class NoStore implements ContentStore {
        @Override
        public Staged stage(InputStream body, long limit, DeclaredBody declared) {
            throw new AssertionError("something was stored");
        }

        @Override
        public InputStream open(ContentRef ref) {
            throw new AssertionError("something was read");
        }
    }
}
