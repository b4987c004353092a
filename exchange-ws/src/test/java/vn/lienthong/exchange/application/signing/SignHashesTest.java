package vn.lienthong.exchange.application.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.TalliedToken;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;

class SignHashesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final KeyAlias MINE = new KeyAlias("mine");
    private static final KeyAlias THEIRS = new KeyAlias("theirs");
    private static final Caller CALLER = new Caller("an", Caller.Kind.PERSON, Set.of(), Set.of(Role.SIGN));
    private static final Digest DIGEST = DigestAlgorithm.SHA256.digest(new byte[] {1, 2, 3});

    private final KeysInMemory token = new KeysInMemory();
    private final TestPki pki = TestPki.at(NOW);
    private final Issued issued = pki.issue(Profile.signer("Nguyễn Văn An").withScheme(SignatureScheme.ECDSA_SHA256));
    private final CertifiedKey key = token.put(MINE.value(), issued);
    private final SigningRecords records = new SigningRecords("an", MINE.value());
    private final SignHashes signing = signing(RevocationSources.none(), Clock.fixed(NOW, ZoneOffset.UTC));

    private SignHashes signing(RevocationSources revocation, Clock clock) {
        return new SignHashes(
                new GrantedKeys(
                        records,
                        alias -> alias.equals(MINE) || alias.equals(THEIRS) ? Optional.of(key) : Optional.empty(),
                        clock),
                records.uses(clock),
                new SignerStatus(revocation, clock),
                token,
                new Gate(1, Duration.ZERO),
                clock);
    }

    @Test
    void refusesACertificateThatIsNotValidNow(@TempDir Path crls) throws IOException {
        Clock later = Clock.fixed(issued.certificate().getNotAfter().toInstant().plusSeconds(1), ZoneOffset.UTC);
        assertRefused(
                FailureCode.CERTIFICATE_NOT_VALID,
                () -> signing(RevocationSources.none(), later)
                        .sign(CALLER, MINE, SignatureScheme.ECDSA_SHA256, List.of(DIGEST)));
        pki.revoke(issued.certificate(), NOW.minusSeconds(60));
        Files.write(crls.resolve("issuing.crl"), pki.crl());
        assertRefused(
                FailureCode.CERTIFICATE_NOT_VALID,
                () -> signing(RevocationSources.folder(crls), Clock.fixed(NOW, ZoneOffset.UTC))
                        .sign(CALLER, MINE, SignatureScheme.ECDSA_SHA256, List.of(DIGEST)));
        assertThat(token.signatures()).isZero();
        assertThat(records.notes).hasSize(2).allSatisfy(note -> {
            assertThat(note.deed()).isEqualTo(Deed.SIGNING_REFUSED);
            assertThat(note.details()).containsEntry("key", "mine").containsEntry("reason", "certificate-not-valid");
        });
    }

    @Test
    void signsEachDigestAndWritesItDown() throws Exception {
        List<Bytes> signatures = sign(CALLER, MINE, SignatureScheme.ECDSA_SHA256, List.of(DIGEST, DIGEST));

        assertThat(signatures).hasSize(2);
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(key.certificate());
        verifier.update(new byte[] {1, 2, 3});
        assertThat(verifier.verify(signatures.get(1).toArray())).isTrue();
        assertThat(records.notes).singleElement().satisfies(note -> {
            assertThat(note.deed()).isEqualTo(Deed.HASHES_SIGNED);
            assertThat(note.actor()).isEqualTo("an");
            assertThat(note.details()).containsEntry("count", "2").containsEntry("key", "mine");
        });
    }

    @Test
    void refusesAKeyThatWasNotGranted() {
        assertRefused(FailureCode.KEY_NOT_YOURS, () -> sign(CALLER, THEIRS));
        assertThat(token.signatures()).isZero();
        assertThat(records.notes).singleElement().satisfies(note -> {
            assertThat(note.deed()).isEqualTo(Deed.SIGNING_REFUSED);
            assertThat(note.actor()).isEqualTo("an");
            assertThat(note.details()).containsEntry("key", "theirs").containsEntry("reason", "key-not-yours");
        });
    }

    @Test
    void refusesAKeyThatDoesNotExist() {
        assertRefused(FailureCode.KEY_UNKNOWN, () -> sign(CALLER, new KeyAlias("log-seal")));
    }

    @Test
    void refusesACallerThatMayNotSign() {
        assertRefused(
                FailureCode.NOT_PERMITTED,
                () -> sign(new Caller("an", Caller.Kind.PERSON, Set.of(), Set.of(Role.EXCHANGE)), MINE));
    }

    @Test
    void refusesASchemeOfAnotherKindOfKey() {
        assertRefused(
                FailureCode.PARAMETER_INVALID,
                () -> sign(CALLER, MINE, SignatureScheme.RSA_PSS_SHA256, List.of(DIGEST)));
    }

    @Test
    void refusesNoDigestsAndTooMany() {
        assertRefused(FailureCode.PARAMETER_INVALID, () -> sign(CALLER, MINE, SignatureScheme.ECDSA_SHA256, List.of()));
        List<Digest> many = Collections.nCopies(SignHashes.MOST + 1, DIGEST);
        assertRefused(FailureCode.PARAMETER_INVALID, () -> sign(CALLER, MINE, SignatureScheme.ECDSA_SHA256, many));
    }

    @Test
    void saysWhenToComeAgainWhileTheTokenIsDown() {
        token.setDown(true);
        assertThatThrownBy(() -> sign(CALLER, MINE)).isInstanceOfSatisfying(FailureException.class, e -> {
            assertThat(e.failure().code()).isEqualTo(FailureCode.HSM_UNAVAILABLE);
            assertThat(e.failure().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
        assertThat(records.notes).isEmpty();
    }

    @Test
    void signaturesThatNobodyGetsAreOnTheRecord() {
        SignHashes halfway = new SignHashes(
                new GrantedKeys(records, alias -> Optional.of(key), Clock.fixed(NOW, ZoneOffset.UTC)),
                records.uses(Clock.fixed(NOW, ZoneOffset.UTC)),
                new SignerStatus(RevocationSources.none(), Clock.fixed(NOW, ZoneOffset.UTC)),
                new TalliedToken(new BreaksDown(token, 2)),
                new Gate(1, Duration.ZERO),
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertRefused(
                FailureCode.HSM_UNAVAILABLE,
                () -> halfway.sign(CALLER, MINE, SignatureScheme.ECDSA_SHA256, List.of(DIGEST, DIGEST, DIGEST)));
        assertThat(token.signatures()).isEqualTo(2);
        assertThat(records.notes).singleElement().satisfies(note -> {
            assertThat(note.deed()).isEqualTo(Deed.KEY_USED_IN_VAIN);
            assertThat(note.details())
                    .containsEntry("count", "2")
                    .containsEntry("key", "mine")
                    .containsEntry("reason", "hsm-unavailable")
                    .containsEntry("use", "DIGESTS");
        });
    }

    /** A device that is lost after so many signatures. */
    private record BreaksDown(KeysInMemory token, int after) implements SigningToken {
        @Override
        public SigningOutcome sign(KeyAlias alias, SignatureScheme scheme, Digest digest) {
            if (token.signatures() == after) {
                token.setDown(true);
            }
            return token.sign(alias, scheme, digest);
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

    @Test
    void handsNoSignatureOutThatCannotBeWrittenDown() {
        records.breakDown();
        assertThatThrownBy(() -> sign(CALLER, MINE)).isInstanceOf(IllegalStateException.class);
    }

    private List<Bytes> sign(Caller caller, KeyAlias alias) {
        return sign(caller, alias, SignatureScheme.ECDSA_SHA256, List.of(DIGEST));
    }

    private List<Bytes> sign(Caller caller, KeyAlias alias, SignatureScheme scheme, List<Digest> digests) {
        return signing.sign(caller, alias, scheme, digests);
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
