package vn.lienthong.exchange.application.solecontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hashes;
import static vn.lienthong.exchange.application.remote.RemoteSigning.wish;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.oauth.CodeRequest;
import vn.lienthong.exchange.application.remote.AuthorizeSignatures;
import vn.lienthong.exchange.application.remote.RemoteSigning;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.solecontrol.Commitment;
import vn.lienthong.exchange.domain.solecontrol.Factor;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAssertion;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAttestation;

/** Passkeys against a real database and WebAuthn4J, with an authenticator that is written here from the standard. */
class PasskeysIT {
    private static final String ORIGIN = "https://ky.example.vn";
    private static final String PARTY = "ky.example.vn";

    @TempDir
    static Path folder;

    private static RemoteSigning remote;
    private static OAuthClient client;
    private static OAuthClient other;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
        client = remote.client(false, null);
        other = remote.client(false, null);
    }

    @Test
    void standsInForTheOneTimePassword() {
        Official official = remote.official();
        SoftAuthenticator key = enrolled(official);
        for (int i = 0; i < 2; i++) {
            SignatureWish wish = wish(official, 2, hashes(2));
            assertThat(authorize(official, client, wish, assertion(official, key, commitment(client, wish))))
                    .isNotNull();
        }
        assertThat(remote.passkeys.of(official.caller()).getFirst().signCount()).isEqualTo(2);
    }

    @Test
    void commitsToWhatIsSigned() {
        Official official = remote.official();
        SoftAuthenticator key = enrolled(official);
        SignatureWish wish = wish(official, 2, hashes(2));
        for (Commitment another : new Commitment[] {
            commitment(client, wish(official, 2, hashes(2))),
            commitment(
                    client,
                    wish(official, 3, wish.hashes().toArray(vn.lienthong.exchange.domain.remote.DocumentHash[]::new))),
            commitment(
                    client,
                    wish(official, 2, wish.hashes().get(1), wish.hashes().get(0))),
            commitment(other, wish),
            new Commitment(Commitment.Purpose.ENROL, commitment(client, wish).texts())
        }) {
            refused(() -> authorize(official, client, wish, assertion(official, key, another)));
            remote.clock.advance(Duration.ofHours(1));
        }
        assertThat(authorize(official, client, wish, assertion(official, key, commitment(client, wish))))
                .isNotNull();
    }

    @Test
    void isRefusedWhateverElseIsWrong() {
        Official official = remote.official();
        SoftAuthenticator key = enrolled(official);
        SignatureWish wish = wish(official, 1, hashes(1));
        Commitment commitment = commitment(client, wish);

        key.userVerified = false;
        refused(() -> authorize(official, client, wish, assertion(official, key, commitment)));
        key.userVerified = true;
        remote.clock.advance(Duration.ofHours(1));
        key.origin = "https://ky.example.vn.evil.example";
        refused(() -> authorize(official, client, wish, assertion(official, key, commitment)));
        key.origin = ORIGIN;
        remote.clock.advance(Duration.ofHours(1));
        key.relyingParty = "evil.example";
        refused(() -> authorize(official, client, wish, assertion(official, key, commitment)));
        key.relyingParty = PARTY;
        remote.clock.advance(Duration.ofHours(1));

        // another's nonce, one of nobody, one too old
        Official another = remote.official();
        refused(() -> authorize(official, client, wish, assertion(another, key, commitment)));
        remote.clock.advance(Duration.ofHours(1));
        PasskeyAssertion late = assertion(official, key, commitment);
        remote.clock.advance(Duration.ofMinutes(11));
        refused(() -> authorize(official, client, wish, late));
        remote.clock.advance(Duration.ofHours(1));
        // another's key
        SoftAuthenticator theirs = enrolled(another);
        refused(() -> authorize(official, client, wish, assertion(official, theirs, commitment)));
        remote.clock.advance(Duration.ofHours(1));

        PasskeyAssertion right = assertion(official, key, commitment);
        refused(() ->
                remote.authorize.onPage(official.caller(), request(client), wish, GivenFactors.of("000000", right)));
        assertThat(authorize(official, client, wish, right)).isNotNull();
        // played back, and by a copy of the key whose counter is behind
        refused(() -> authorize(official, client, wish, right));
        remote.clock.advance(Duration.ofHours(1));
        key.counter = 0;
        refused(() -> authorize(official, client, wish, assertion(official, key, commitment)));
    }

    @Test
    void isAddedWithPinAndPasswordAloneAndRemoved() {
        Official official = remote.official();
        SoftAuthenticator key = new SoftAuthenticator(ORIGIN, PARTY);
        PasskeyAttestation made = attestation(official, key);
        refused(() ->
                remote.passkeys.enrol(official.caller(), "khóa", GivenFactors.of(RemoteSigning.PIN, "000000"), made));
        remote.passkeys.enrol(official.caller(), "khóa", remote.factorsOf(official), made);
        assertThat(remote.passkeys.of(official.caller())).hasSize(1);
        // the nonce is used up, and the key is somebody's
        refused(() -> remote.passkeys.enrol(official.caller(), "khóa", remote.factorsOf(official), made));
        Official another = remote.official();
        refused(() ->
                remote.passkeys.enrol(another.caller(), "khóa", remote.factorsOf(another), attestation(another, key)));
        key.userVerified = false;
        SoftAuthenticator unverified = new SoftAuthenticator(ORIGIN, PARTY);
        unverified.userVerified = false;
        refused(() -> remote.passkeys.enrol(
                another.caller(), "khóa", remote.factorsOf(another), attestation(another, unverified)));
        key.userVerified = true;

        remote.passkeys.remove(another.caller(), key.id());
        assertThat(remote.passkeys.of(official.caller())).hasSize(1);
        remote.passkeys.remove(official.caller(), key.id());
        SignatureWish wish = wish(official, 1, hashes(1));
        refused(() -> authorize(official, client, wish, assertion(official, key, commitment(client, wish))));
    }

    @Test
    void locksItselfAndNotTheOneTimePassword() {
        Official official = remote.official();
        SoftAuthenticator key = enrolled(official);
        SignatureWish wish = wish(official, 1, hashes(1));
        Commitment wrong = commitment(other, wish);
        for (int i = 0; i < 10; i++) {
            refused(() -> authorize(official, client, wish, assertion(official, key, wrong)));
            remote.clock.advance(Duration.ofDays(1));
        }
        assertRefused(
                FailureCode.CREDENTIAL_LOCKED,
                () -> authorize(official, client, wish, assertion(official, key, commitment(client, wish))));
        assertThat(remote.authorize.onPage(official.caller(), request(client), wish, remote.factorsOf(official)))
                .isNotNull();
        // nor anybody else, nor the way by which the official enrols anew
        Official another = remote.official();
        SoftAuthenticator theirs = enrolled(another);
        SignatureWish anothers = wish(another, 1, hashes(1));
        assertThat(authorize(another, client, anothers, assertion(another, theirs, commitment(client, anothers))))
                .isNotNull();
        Official again = new Official(
                official.caller(), official.key(), remote.enrolled(official.caller()), official.credentialId());
        assertThat(remote.passkeys.of(official.caller())).isEmpty();
        SoftAuthenticator fresh = enrolled(again);
        assertThat(authorize(again, client, wish, assertion(again, fresh, commitment(client, wish))))
                .isNotNull();
    }

    /** The PIN was right, and an authenticator that is wrong says nothing against it; nor the other way round. */
    @Test
    void countsARightPinAsRightWhateverTheAuthenticatorSays() {
        Official official = remote.official();
        SoftAuthenticator key = enrolled(official);
        SignatureWish wish = wish(official, 1, hashes(1));
        Commitment right = commitment(client, wish);
        PasskeyAssertion wrong = assertion(official, key, commitment(other, wish));
        refused(() -> authorize(official, client, wish, wrong));
        assertThat(failures(official, Factor.PIN)).isZero();
        assertThat(failures(official, Factor.PASSKEY)).isEqualTo(1);

        PasskeyAssertion assertion = assertion(official, key, right);
        refused(() -> remote.authorize.onPage(
                official.caller(), request(client), wish, GivenFactors.of("000000", assertion)));
        assertThat(failures(official, Factor.PIN)).isEqualTo(1);
        assertThat(failures(official, Factor.PASSKEY)).isZero();
        assertThat(authorize(official, client, wish, assertion(official, key, right)))
                .isNotNull();
        assertThat(failures(official, Factor.PIN)).isZero();
    }

    private static int failures(Official official, Factor factor) {
        return remote.exchange.unitOfWork.inTransaction(ledger -> ledger.factors()
                .attempts(official.caller().name(), factor, AuthorizeSignatures.PAGE)
                .failures());
    }

    @Test
    void locksOutNobodyByAnothersKey() {
        Official official = remote.official();
        SoftAuthenticator key = enrolled(official);
        Official stranger = remote.official();
        SignatureWish theirs = wish(official, 1, hashes(1));
        // Signed in as oneself one names another's credential or key: that counts against nobody but oneself.
        for (int i = 0; i < 12; i++) {
            assertRefused(
                    FailureCode.CREDENTIAL_UNKNOWN,
                    () -> authorize(stranger, client, theirs, assertion(stranger, key, commitment(client, theirs))));
        }
        SignatureWish own = wish(stranger, 1, hashes(1));
        refused(() -> authorize(stranger, client, own, assertion(stranger, key, commitment(client, own))));
        assertThat(authorize(official, client, theirs, assertion(official, key, commitment(client, theirs))))
                .isNotNull();
    }

    private static SoftAuthenticator enrolled(Official official) {
        SoftAuthenticator key = new SoftAuthenticator(ORIGIN, PARTY);
        remote.passkeys.enrol(
                official.caller(), "khóa của tôi", remote.factorsOf(official), attestation(official, key));
        return key;
    }

    private static PasskeyAttestation attestation(Official official, SoftAuthenticator key) {
        OpaqueToken nonce = remote.passkeys.nonce(official.caller());
        SoftAuthenticator.Made made =
                key.create(Passkeys.enrolment(official.caller()).challenge(nonce));
        return PasskeyAttestation.of(nonce.value(), made.clientData(), made.attestationObject())
                .orElseThrow();
    }

    private static PasskeyAssertion assertion(Official nonceOf, SoftAuthenticator key, Commitment commitment) {
        OpaqueToken nonce = remote.passkeys.nonce(nonceOf.caller());
        SoftAuthenticator.Answer answer = key.get(commitment.challenge(nonce));
        return PasskeyAssertion.of(
                        key.id(), nonce.value(), answer.clientData(), answer.authenticatorData(), answer.signature())
                .orElseThrow();
    }

    private static Commitment commitment(OAuthClient application, SignatureWish wish) {
        return AuthorizeSignatures.commitment(application.id(), wish);
    }

    private static OpaqueToken authorize(
            Official official, OAuthClient application, SignatureWish wish, PasskeyAssertion assertion) {
        return remote.authorize.onPage(
                official.caller(), request(application), wish, GivenFactors.of(RemoteSigning.PIN, assertion));
    }

    private static CodeRequest request(OAuthClient application) {
        return new CodeRequest(application, null, RemoteSigning.challenge());
    }

    private static void refused(ThrowingCallable call) {
        assertRefused(FailureCode.AUTHENTICATION_DATA_INVALID, call);
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
