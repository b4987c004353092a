package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hashes;
import static vn.lienthong.exchange.application.remote.RemoteSigning.request;
import static vn.lienthong.exchange.application.remote.RemoteSigning.wish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** A key whose policy names kinds of documents signs those at a distance, and no others. */
class DocumentKindsIT {
    @TempDir
    static Path folder;

    private static RemoteSigning remote;

    private Official official;
    private OAuthClient client;
    private Holder holder;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
    }

    @BeforeEach
    void limit() throws Exception {
        official = remote.official();
        client = remote.client(true, "s".repeat(32));
        holder = remote.holder(official, client);
        allow("QĐ");
    }

    @Test
    void signsTheKindsOfThePolicy() {
        assertThat(remote.credentials.named(holder, official.credentialId()).enabled())
                .isTrue();
        DocumentHash[] two = hashes(2);
        SignatureWish decision = of("QĐ", 2, two[0]);
        OpaqueToken first = remote.authorize
                .explicit(holder, decision, remote.factorsOf(official))
                .sad();
        // What is added later is of the kind that the official agreed to.
        OpaqueToken sad = remote.authorize
                .extend(holder, first, wish(official, 1, two[1]))
                .sad();
        assertThat(signer().sign(request(official, client, sad, two))).hasSize(2);
    }

    @Test
    void refusesOthersBeforeFactorsAreLookedAt() {
        for (SignatureWish wish : List.of(wish(official, 1, hashes(1)), of("CV", 1, hashes(1)))) {
            refused(() -> remote.authorize.explicit(holder, wish, remote.factorsOf(official)));
            refused(() -> remote.approvals.ask(holder, wish, List.of(""), ""));
        }
    }

    /** The policy that holds when the key signs decides. */
    @Test
    void refusesWhatThePolicyNoLongerAllows() throws Exception {
        DocumentHash[] one = hashes(1);
        OpaqueToken sad = remote.authorize
                .explicit(holder, of("QĐ", 1, one), remote.factorsOf(official))
                .sad();
        allow("TB");
        refused(() -> signer().sign(request(official, client, sad, one)));
        allow("QĐ");
        assertThat(signer().sign(request(official, client, sad, one))).hasSize(1);
    }

    @Test
    void isKeptWhileTheOfficialIsAsked() {
        DocumentHash[] one = hashes(1);
        OpaqueToken handle = remote.approvals.ask(holder, of("QĐ", 1, one), List.of(""), "");
        var request = remote.approvals.pending(official.caller()).getFirst();
        assertThat(SignatureWish.of(request).kind()).contains(new DocumentKind("QĐ"));
        remote.approvals.approve(official.caller(), request.id(), remote.factorsOf(official));
        OpaqueToken sad = remote.approvals.check(holder, handle).orElseThrow().sad();
        assertThat(signer().sign(request(official, client, sad, one))).hasSize(1);
    }

    @Test
    void isPartOfWhatAPasskeySigns() {
        DocumentHash[] one = hashes(1);
        assertThat(List.of(
                        AuthorizeSignatures.commitment("app", wish(official, 1, one)),
                        AuthorizeSignatures.commitment("app", of("QĐ", 1, one)),
                        AuthorizeSignatures.commitment("app", of("CV", 1, one))))
                .doesNotHaveDuplicates();
    }

    private SignAuthorizedHashes signer() {
        return remote.signer(remote.token, "node-" + System.nanoTime());
    }

    private SignatureWish of(String kind, int signatures, DocumentHash... hashes) {
        return new SignatureWish(
                official.credentialId(),
                DigestAlgorithm.SHA256,
                List.of(hashes),
                Collections.nCopies(hashes.length, SignedWords.NONE),
                Optional.of(new DocumentKind(kind)),
                signatures);
    }

    private void allow(String kind) throws Exception {
        try (Connection connection = remote.exchange.owner.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update key_policy set kinds = array[?] where key_alias = ?")) {
            statement.setString(1, kind);
            statement.setString(2, official.key().alias().value());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.KEY_USE_NOT_ALLOWED));
    }
}
