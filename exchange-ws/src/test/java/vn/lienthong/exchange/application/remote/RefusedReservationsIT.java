package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hashes;
import static vn.lienthong.exchange.application.remote.RemoteSigning.request;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.token.SigningOutcome;

/** Authorised hashes that are not signed: who wanted what is on the record, and what may be signed later still may. */
class RefusedReservationsIT {
    @TempDir
    static Path folder;

    private static RemoteSigning remote;
    private static SignAuthorizedHashes signer;
    private static OAuthClient client;

    private Official official;
    private DocumentHash[] two;
    private OpaqueToken sad;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
        signer = remote.signer(remote.token, "node-a");
        client = remote.client(true, "s".repeat(32));
    }

    @BeforeEach
    void authorize() {
        official = remote.official();
        two = hashes(2);
        sad = remote.sad(official, client, 2, two[0]);
    }

    @Test
    void aHashThatWasNotAuthorisedIsOnTheRecord() throws Exception {
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, two[1])));
        assertThat(refusals())
                .singleElement()
                .asString()
                .contains(
                        "\"reason\":\"hash-not-authorized\"",
                        "\"use\":\"REMOTE\"",
                        "\"application\":\"" + client.id() + "\"",
                        "\"key\":\"" + official.key().alias().value() + "\"",
                        WillOnRecord.together(List.of(two[1])));
        signer.sign(request(official, client, sad, two[0]));
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, two[0])));
        assertThat(refusals()).hasSize(2);
    }

    @Test
    void soIsACertificateThatIsNotGoodAndASadThatHasExpired() throws Exception {
        remote.revoke(official);
        assertRefused(FailureCode.CERTIFICATE_NOT_VALID, () -> signer.sign(request(official, client, sad, two[0])));
        remote.clock.advance(remote.lifetimes.sad());
        assertRefused(FailureCode.AUTHORIZATION_EXPIRED, () -> signer.sign(request(official, client, sad, two[0])));
        assertThat(refusals()).hasSize(2);
        assertThat(refusals().get(0)).contains("certificate-not-valid");
        assertThat(refusals().get(1)).contains("authorization-expired");
    }

    /** Nobody knows whose it is; strangers do not fill the log. */
    @Test
    void aSadThatNobodyGaveIsNot() throws Exception {
        assertRefused(
                FailureCode.AUTHORIZATION_INVALID,
                () -> signer.sign(request(official, client, new OpaqueToken("không phải"), two[0])));
        assertThat(refusals()).isEmpty();
    }

    @Test
    void whatATokenOrAnErrorLeftUnsignedIsOnTheRecordAndTheKeyWasNotUsedTwice() throws Exception {
        SigningOutcome late = new SigningOutcome.TokenDown(
                SigningOutcome.DownReason.DEADLINE_EXCEEDED, Duration.ofSeconds(1), "test");
        SignAuthorizedHashes mayHaveSigned = remote.signer(SignAuthorizedHashesIT.tokenOf(late), "node-late");
        assertRefused(FailureCode.HSM_UNAVAILABLE, () -> mayHaveSigned.sign(request(official, client, sad, two[0])));
        assertThat(refusals()).singleElement().asString().contains("hsm-unavailable", "\"left\":\"used\"");
        assertRefused(FailureCode.HASH_NOT_AUTHORIZED, () -> signer.sign(request(official, client, sad, two[0])));
    }

    @Test
    void whatABusyTokenLeftUnsignedMayBeSignedLater() throws Exception {
        SigningOutcome busy =
                new SigningOutcome.TokenDown(SigningOutcome.DownReason.BUSY, Duration.ofSeconds(1), "test");
        SignAuthorizedHashes isBusy = remote.signer(SignAuthorizedHashesIT.tokenOf(busy), "node-busy");
        assertRefused(FailureCode.HSM_UNAVAILABLE, () -> isBusy.sign(request(official, client, sad, two[0])));
        assertThat(refusals()).singleElement().asString().contains("\"left\":\"authorized\"");
        assertThat(signer.sign(request(official, client, sad, two[0]))).hasSize(1);
    }

    /** The key was not asked yet. */
    @Test
    void anErrorBeforeTheKeyIsAskedReleasesTheHashes() throws Exception {
        RevocationSources breaking = new RevocationSources(
                Optional.of((own, issuer) -> {
                    throw new IllegalStateException("a folder that cannot be read");
                }),
                Optional.empty(),
                Optional.empty());
        SignAuthorizedHashes node =
                remote.signer(remote.token, "node-breaks", new SignerStatus(breaking, remote.clock));
        assertThatThrownBy(() -> node.sign(request(official, client, sad, two[0])))
                .hasMessage("a folder that cannot be read");
        assertThat(refusals()).singleElement().asString().contains("internal", "\"left\":\"authorized\"");
        assertThat(signer.sign(request(official, client, sad, two[0]))).hasSize(1);
    }

    private List<String> refusals() throws SQLException {
        try (Connection connection = remote.exchange.owner.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select body from audit_entry where body like ? and body like ? order by id")) {
            statement.setString(1, "%\"signing-refused\"%");
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

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
