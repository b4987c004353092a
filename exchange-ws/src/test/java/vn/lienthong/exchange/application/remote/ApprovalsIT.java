package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hashes;
import static vn.lienthong.exchange.application.remote.RemoteSigning.request;
import static vn.lienthong.exchange.application.remote.RemoteSigning.wish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.oauth.IssuedTokens;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.ApprovalRequest;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** An application asks, and the official answers on a device of the official's own. CSC API v2, sections 11.6 and 11.7. */
class ApprovalsIT {
    @TempDir
    static Path folder;

    private static RemoteSigning remote;
    private static Approvals approvals;

    private Official official;
    private OAuthClient client;
    private Holder holder;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
        approvals = remote.approvals;
    }

    @BeforeEach
    void asks() {
        official = remote.official();
        client = remote.client(false, "s".repeat(32));
        holder = remote.holder(official, client);
    }

    @Test
    void isApprovedByTheOfficialAndSignsOnce() throws Exception {
        DocumentHash[] one = hashes(1);
        SignedWords words = new SignedWords("", "Ban hành", "Hà Nội", "");
        SignatureWish said =
                new SignatureWish(official.credentialId(), DigestAlgorithm.SHA256, List.of(one), List.of(words), 1);
        OpaqueToken handle = approvals.ask(holder, said, List.of("Quyết định 12"), "Ký ban hành");
        assertThat(approvals.check(holder, handle)).isEmpty();

        ApprovalRequest request = approvals.pending(official.caller()).getFirst();
        assertThat(SignatureWish.of(request)).isEqualTo(said);
        assertThat(request.labels()).containsExactly("Quyết định 12");
        assertThat(request.description()).isEqualTo("Ký ban hành");
        approvals.approve(official.caller(), request.id(), remote.factorsOf(official));
        assertThat(approvals.pending(official.caller())).isEmpty();

        remote.clock.advance(Duration.ofMinutes(1));
        ActivationData first = approvals.check(holder, handle).orElseThrow();
        // the answer was lost
        ActivationData second = approvals.check(holder, handle).orElseThrow();
        assertThat(second.lifetime()).isBetween(Duration.ofSeconds(210), Duration.ofMinutes(4));
        var signer = remote.signer(remote.token, "node-a");
        assertRefused(
                FailureCode.AUTHORIZATION_INVALID, () -> signer.sign(request(official, client, first.sad(), one)));
        assertThat(signer.sign(request(official, client, second.sad(), one))).hasSize(1);
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, second.sad(), one)));
        ActivationData third = approvals.check(holder, handle).orElseThrow();
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, third.sad(), one)));

        assertThat(entries("signatures-asked")).hasSize(1);
        assertThat(entries("signatures-asked").getFirst()).contains(client.id(), "Ban hành");
        assertThat(entries("signatures-authorized")).hasSize(1);
    }

    @Test
    void isOverOnceTheOfficialRefuses() throws Exception {
        OpaqueToken handle = ask(1);
        UUID id = approvals.pending(official.caller()).getFirst().id();
        approvals.refuse(official.caller(), id);
        assertThat(approvals.pending(official.caller())).isEmpty();
        assertRefused(FailureCode.APPROVAL_REFUSED, () -> approvals.check(holder, handle));
        assertRefused(FailureCode.APPROVAL_UNKNOWN, () -> approvals.refuse(official.caller(), id));
        assertRefused(
                FailureCode.APPROVAL_UNKNOWN,
                () -> approvals.approve(official.caller(), id, remote.factorsOf(official)));
        assertThat(entries("signatures-denied")).hasSize(1);
        assertThat(entries("signatures-authorized")).isEmpty();
    }

    @Test
    void expiresWithoutAnAnswerAndBehindIt() {
        OpaqueToken handle = ask(1);
        OpaqueToken approved = ask(1);
        List<ApprovalRequest> both = approvals.pending(official.caller());
        approvals.approve(official.caller(), both.get(1).id(), remote.factorsOf(official));
        remote.clock.advance(Approvals.OPEN_FOR);
        assertRefused(FailureCode.APPROVAL_EXPIRED, () -> approvals.check(holder, handle));
        assertRefused(FailureCode.AUTHORIZATION_EXPIRED, () -> approvals.check(holder, approved));
        assertThat(approvals.pending(official.caller())).isEmpty();
        assertRefused(
                FailureCode.APPROVAL_UNKNOWN,
                () -> approvals.approve(official.caller(), both.get(0).id(), remote.factorsOf(official)));
    }

    @Test
    void isNobodyElsesBusiness() {
        OpaqueToken handle = ask(1);
        UUID id = approvals.pending(official.caller()).getFirst().id();
        Official other = remote.official();
        OAuthClient otherClient = remote.client(true, "t".repeat(32));

        assertRefused(
                FailureCode.APPROVAL_UNKNOWN, () -> approvals.check(remote.holder(official, otherClient), handle));
        assertRefused(FailureCode.APPROVAL_UNKNOWN, () -> approvals.check(remote.holder(other, client), handle));
        assertRefused(FailureCode.APPROVAL_UNKNOWN, () -> approvals.check(holder, new OpaqueToken("không phải")));
        assertThat(approvals.pending(other.caller())).isEmpty();
        assertRefused(FailureCode.APPROVAL_UNKNOWN, () -> approvals.refuse(other.caller(), id));
        assertRefused(
                FailureCode.APPROVAL_UNKNOWN, () -> approvals.approve(other.caller(), id, remote.factorsOf(other)));
        assertRefused(
                FailureCode.CREDENTIAL_UNKNOWN,
                () -> approvals.ask(remote.holder(other, client), wish(official, 1, hashes(1)), List.of(""), ""));
        // another token of the same application and official may ask what became of it
        assertThat(approvals.check(remote.holder(official, client), handle)).isEmpty();
    }

    @Test
    void wrongFactorsApproveNothing() {
        OpaqueToken handle = ask(1);
        UUID id = approvals.pending(official.caller()).getFirst().id();
        remote.clock.advance(Duration.ofSeconds(30));
        assertRefused(
                FailureCode.AUTHENTICATION_DATA_INVALID,
                () -> approvals.approve(official.caller(), id, GivenFactors.of(RemoteSigning.PIN, "000000")));
        assertThat(approvals.check(holder, handle)).isEmpty();
        approvals.approve(official.caller(), id, remote.factorsOf(official));
        assertThat(approvals.check(holder, handle)).isPresent();
    }

    @Test
    void endsWhenTheOfficialTakesBackWhatTheApplicationMay() {
        IssuedTokens tokens = remote.tokens(official, client);
        Holder asker = remote.accessTokens.holder(tokens.access()).orElseThrow();
        approvals.ask(asker, wish(official, 1, hashes(1)), List.of(""), "");
        UUID id = approvals.pending(official.caller()).getFirst().id();
        remote.revoke.revoke(client, tokens.access().value());
        assertThat(approvals.pending(official.caller())).isEmpty();
        assertRefused(
                FailureCode.APPROVAL_UNKNOWN,
                () -> approvals.approve(official.caller(), id, remote.factorsOf(official)));
    }

    /** Refused ones hold their places: asking again and again wears nobody down. */
    @Test
    void areAHandfulOfOneApplicationAtMost() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4 * Approvals.MOST)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 4 * Approvals.MOST; i++) {
                calls.add(() -> {
                    try {
                        ask(1);
                        return true;
                    } catch (FailureException e) {
                        assertThat(e.failure().code()).isEqualTo(FailureCode.APPROVALS_TOO_MANY);
                        return false;
                    }
                });
            }
            int taken = 0;
            for (Future<Boolean> result : threads.invokeAll(calls)) {
                taken += result.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(Approvals.MOST);
        }
        List<ApprovalRequest> pending = approvals.pending(official.caller());
        approvals.refuse(official.caller(), pending.get(0).id());
        assertRefused(FailureCode.APPROVALS_TOO_MANY, () -> ask(1));
        approvals.approve(official.caller(), pending.get(1).id(), remote.factorsOf(official));
        ask(1);
        Holder other = remote.holder(official, remote.client(false, "u".repeat(32)));
        approvals.ask(other, wish(official, 1, hashes(1)), List.of(""), "");
        remote.clock.advance(Approvals.OPEN_FOR);
        ask(1);
    }

    @Test
    void isApprovedOnceThoughTwoTry() throws Exception {
        OpaqueToken handle = ask(1);
        UUID id = approvals.pending(official.caller()).getFirst().id();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            GivenFactors given = remote.factorsOf(official);
            List<Callable<Boolean>> calls = List.of(
                    () -> succeeds(() -> approvals.approve(official.caller(), id, given)),
                    () -> succeeds(() -> approvals.refuse(official.caller(), id)));
            int done = 0;
            for (Future<Boolean> result : threads.invokeAll(calls)) {
                done += result.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        boolean approved = succeeds(() -> approvals.check(holder, handle));
        assertThat(entries("signatures-authorized")).hasSize(approved ? 1 : 0);
        assertThat(entries("signatures-denied")).hasSize(approved ? 0 : 1);
    }

    private OpaqueToken ask(int signatures) {
        return approvals.ask(holder, wish(official, signatures, hashes(1)), List.of(""), "");
    }

    private static boolean succeeds(Runnable call) {
        try {
            call.run();
            return true;
        } catch (FailureException e) {
            return false;
        }
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }

    private List<String> entries(String deed) throws SQLException {
        try (Connection connection = remote.exchange.owner.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select body from audit_entry where body like ? and body like ? order by id")) {
            statement.setString(1, "%\"" + deed + "\"%");
            statement.setString(2, "%\"" + official.caller().name() + "\"%");
            List<String> bodies = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
            return bodies;
        }
    }
}
