package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hashes;
import static vn.lienthong.exchange.application.remote.RemoteSigning.request;
import static vn.lienthong.exchange.application.remote.RemoteSigning.wish;

import java.nio.file.Path;
import java.security.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyPolicy;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;

/** Each authorised hash is signed once, whatever is played back, raced or killed. */
class SignAuthorizedHashesIT {
    @TempDir
    static Path folder;

    private static RemoteSigning remote;
    private static SignAuthorizedHashes signer;
    private static OAuthClient client;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
        signer = remote.signer(remote.token, "node-a");
        client = remote.client(true, "s".repeat(32));
    }

    @Test
    void signsWhatWasAuthorisedOnce() throws Exception {
        Official official = remote.official();
        DocumentHash[] two = hashes(2);
        OpaqueToken sad = remote.sad(official, client, 2, two);

        List<Bytes> signatures = signer.sign(request(official, client, sad, two[1], two[0]));

        Signature verifier = Signature.getInstance("NONEwithECDSA");
        verifier.initVerify(official.key().certificate());
        verifier.update(two[1].octets());
        assertThat(verifier.verify(signatures.get(0).toArray())).isTrue();
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, two[0])));
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, two)));
    }

    @Test
    void signsAllOrNothing() {
        Official official = remote.official();
        DocumentHash[] three = hashes(3);
        OpaqueToken sad = remote.sad(official, client, 2, three[0], three[1]);
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, three)));
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, three[2])));
        // what was refused has not used anything up
        assertThat(signer.sign(request(official, client, sad, three[0]))).hasSize(1);
        assertThat(signer.sign(request(official, client, sad, three[1]))).hasSize(1);
    }

    @Test
    void signsOnceOnTwoNodesAtOnce() throws Exception {
        Official official = remote.official();
        SignAuthorizedHashes other = remote.signer(remote.token, "node-b");
        DocumentHash[] five = hashes(5);
        OpaqueToken sad = remote.sad(official, client, 5, five);
        int before = remote.token.signatures();
        AtomicInteger signed = new AtomicInteger();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            SignAuthorizedHashes node = i % 2 == 0 ? signer : other;
            DocumentHash[] order = i % 3 == 0 ? five : new DocumentHash[] {five[4], five[2], five[0], five[1], five[3]};
            calls.add(() -> {
                try {
                    signed.addAndGet(
                            node.sign(request(official, client, sad, order)).size());
                    return true;
                } catch (FailureException e) {
                    assertThat(e.failure().code()).isEqualTo(FailureCode.HASH_NOT_AUTHORIZED);
                    return false;
                }
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Boolean> result : threads.invokeAll(calls)) {
                result.get();
            }
        }
        assertThat(signed.get()).isEqualTo(5);
        assertThat(remote.token.signatures() - before).isEqualTo(5);
    }

    @Test
    void aNodeThatDiesBetweenReservingAndConsumingLeavesNothingToSign() {
        Official official = remote.official();
        DocumentHash[] two = hashes(2);
        OpaqueToken sad = remote.sad(official, client, 2, two);
        SignAuthorizedHashes dies = remote.signer(new TokenOf(null), "node-dies");
        assertThatThrownBy(() -> dies.sign(request(official, client, sad, two[0])))
                .isInstanceOf(NodeDied.class);

        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, two[0])));
        assertThat(signer.sign(request(official, client, sad, two[1]))).hasSize(1);
    }

    @Test
    void aDeviceThatMayHaveSignedIsNotAskedAgain() {
        Official official = remote.official();
        DocumentHash[] one = hashes(1);
        OpaqueToken sad = remote.sad(official, client, 1, one);
        for (SigningOutcome.DownReason reason : new SigningOutcome.DownReason[] {
            SigningOutcome.DownReason.BUSY,
            SigningOutcome.DownReason.CLOSED,
            SigningOutcome.DownReason.DEADLINE_EXCEEDED
        }) {
            SigningOutcome down = new SigningOutcome.TokenDown(reason, Duration.ofSeconds(1), "test");
            assertRefused(
                    FailureCode.HSM_UNAVAILABLE,
                    () -> remote.signer(new TokenOf(down), "node-" + reason).sign(request(official, client, sad, one)));
        }
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, one)));
    }

    @Test
    void aBusyTokenOrARefusalLeavesTheHashAuthorised() {
        Official official = remote.official();
        DocumentHash[] one = hashes(1);
        OpaqueToken sad = remote.sad(official, client, 1, one);
        SigningOutcome busy =
                new SigningOutcome.TokenDown(SigningOutcome.DownReason.BUSY, Duration.ofSeconds(1), "test");
        assertRefused(
                FailureCode.HSM_UNAVAILABLE,
                () -> remote.signer(new TokenOf(busy), "node-busy").sign(request(official, client, sad, one)));
        change(official, false);
        assertRefused(FailureCode.KEY_USE_NOT_ALLOWED, () -> signer.sign(request(official, client, sad, one)));
        change(official, true);
        assertThat(signer.sign(request(official, client, sad, one))).hasSize(1);
    }

    @Test
    void refusesASadThatIsExpiredRevokedAnothersOrNone() {
        Official official = remote.official();
        Official other = remote.official();
        OAuthClient otherClient = remote.client(true, null);
        DocumentHash[] one = hashes(1);
        OpaqueToken sad = remote.sad(official, client, 1, one);

        assertRefused(FailureCode.AUTHORIZATION_INVALID, () -> signer.sign(request(official, otherClient, sad, one)));
        assertRefused(FailureCode.CREDENTIAL_UNKNOWN, () -> signer.sign(request(other, client, sad, one)));
        assertRefused(
                FailureCode.AUTHORIZATION_INVALID,
                () -> signer.sign(request(official, client, new OpaqueToken("không phải"), one)));
        remote.revoke.revoke(otherClient, sad.value());
        assertThat(signer.sign(request(official, client, sad, one))).hasSize(1);

        OpaqueToken revoked = remote.sad(official, client, 1, one);
        remote.revoke.revoke(client, revoked.value());
        assertRefused(FailureCode.AUTHORIZATION_INVALID, () -> signer.sign(request(official, client, revoked, one)));

        OpaqueToken expired = remote.sad(official, client, 1, one);
        remote.clock.advance(remote.lifetimes.sad());
        assertRefused(FailureCode.AUTHORIZATION_EXPIRED, () -> signer.sign(request(official, client, expired, one)));
    }

    @Test
    void aRevokedCertificateSignsNoMore() throws Exception {
        Official official = remote.official();
        DocumentHash[] two = hashes(2);
        OpaqueToken sad = remote.sad(official, client, 2, two);
        assertThat(signer.sign(request(official, client, sad, two[0]))).hasSize(1);
        assertThat(remote.credentials.of(official.caller()).getFirst().enabled())
                .isTrue();
        remote.revoke(official);
        int before = remote.token.signatures();
        assertRefused(FailureCode.CERTIFICATE_NOT_VALID, () -> signer.sign(request(official, client, sad, two[1])));
        assertThat(remote.token.signatures()).isEqualTo(before);
        Credential credential = remote.credentials.of(official.caller()).getFirst();
        assertThat(credential.revoked()).isTrue();
        assertThat(credential.certificateValidAt(remote.clock.instant())).isFalse();
        assertRefused(FailureCode.CREDENTIAL_DISABLED, () -> remote.sad(official, client, 1, hashes(1)));
        // Another's certificate of another authority is none of its business.
        Official another = remote.official();
        DocumentHash[] one = hashes(1);
        assertThat(signer.sign(request(another, client, remote.sad(another, client, 1, one), one)))
                .hasSize(1);
    }

    @Test
    void isBoundToTheHashAlgorithm() {
        Official official = remote.official();
        DocumentHash[] one = hashes(1);
        OpaqueToken sad = remote.sad(official, client, 1, one);
        assertRefused(
                FailureCode.PARAMETER_INVALID,
                () -> new SigningRequest(
                        null, official.credentialId(), sad, SignatureScheme.ECDSA_SHA384, List.of(one)));
        DocumentHash longer = new DocumentHash("ab".repeat(48));
        assertRefused(
                FailureCode.HASH_NOT_AUTHORIZED,
                () -> signer.sign(new SigningRequest(
                        null, official.credentialId(), sad, SignatureScheme.ECDSA_SHA384, List.of(longer))));
    }

    @Test
    void extendsWithinWhatWasAuthorisedAndReplacesTheSad() {
        Official official = remote.official();
        Holder holder = remote.holder(official, client);
        DocumentHash[] four = hashes(4);
        OpaqueToken first = remote.authorize
                .explicit(holder, wish(official, 2, four[0]), remote.factorsOf(official))
                .sad();
        OpaqueToken second = remote.authorize
                .extend(holder, first, wish(official, 1, four[1]))
                .sad();
        assertRefused(FailureCode.AUTHORIZATION_INVALID, () -> signer.sign(request(official, client, first, four[0])));
        assertThat(signer.sign(request(official, client, second, four[0], four[1])))
                .hasSize(2);
        assertRefused(
                FailureCode.SIGNATURES_TOO_MANY,
                () -> remote.authorize.extend(holder, second, wish(official, 1, four[2])));
        assertRefused(
                FailureCode.SIGNATURES_TOO_MANY,
                () -> remote.authorize.extend(holder, second, wish(official, 1, four[0])));
    }

    @Test
    void letsTrustedApplicationsAloneAskForTheFactors() {
        Official official = remote.official();
        Holder holder = remote.holder(official, remote.client(false, null));
        assertRefused(
                FailureCode.NOT_PERMITTED,
                () -> remote.authorize.explicit(holder, wish(official, 1, hashes(1)), remote.factorsOf(official)));
    }

    @Test
    void authorisesNothingWithoutTheFactors() {
        Official official = remote.official();
        Holder holder = remote.holder(official, client);
        assertRefused(
                FailureCode.AUTHENTICATION_DATA_INVALID,
                () -> remote.authorize.explicit(holder, wish(official, 1, hashes(1)), GivenFactors.of("", "")));
        assertRefused(FailureCode.SIGNATURES_TOO_MANY, () -> wish(official, SignatureWish.MOST + 1, hashes(1)));
        DocumentHash[] one = hashes(1);
        assertRefused(FailureCode.PARAMETER_INVALID, () -> wish(official, 2, one[0], one[0]));
        assertRefused(FailureCode.PARAMETER_INVALID, () -> wish(official, 1));
        assertRefused(FailureCode.PARAMETER_INVALID, () -> wish(official, 1, new DocumentHash("ab".repeat(48))));
        assertRefused(FailureCode.PARAMETER_INVALID, () -> wish(official, 1, hashes(2)));
    }

    @Test
    void aConsumedHashStaysSoWhateverTheProgramSays() {
        Official official = remote.official();
        DocumentHash[] one = hashes(1);
        signer.sign(request(official, client, remote.sad(official, client, 1, one), one));
        assertThatThrownBy(() -> execute("update authorized_hash set state = 'AUTHORIZED', reservation = null"
                        + " where encode(hash, 'hex') = '" + one[0].hex() + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("stays consumed");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = remote.exchange.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void change(Official official, boolean enabled) {
        String alias = official.key().alias().value();
        KeyPolicy open = KeyPolicy.open(alias);
        ChangeKeyPolicy change = new ChangeKeyPolicy(remote.exchange.unitOfWork, remote.exchange.ids, remote.clock);
        var before = remote.exchange
                .unitOfWork
                .reading(ledger -> ledger.keyPolicies().effective(alias))
                .orElseThrow();
        var asked = change.ask(
                operator("mot"),
                new KeyPolicy(alias, enabled, open.uses(), open.kinds(), List.of(), open.limits()),
                before.id());
        if (enabled) {
            change.approve(operator("hai"), asked.id());
        }
        remote.clock.advance(Duration.ofSeconds(3));
    }

    private static Caller operator(String name) {
        return new Caller(name, Caller.Kind.PERSON, java.util.Set.of(), java.util.Set.of(Role.OPERATE));
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }

    static SigningToken tokenOf(SigningOutcome outcome) {
        return new TokenOf(outcome);
    }

    /** Stands for kill -9: nothing of the program runs any more. */
    private static final class NodeDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A token with one answer to all, or whose node dies while it signs. */
    private record TokenOf(
            @org.jspecify.annotations.Nullable SigningOutcome outcome) implements SigningToken {
        @Override
        public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
            if (outcome == null) {
                throw new NodeDied();
            }
            return outcome;
        }

        @Override
        public TokenHealth health() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
