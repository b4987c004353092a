package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hashes;
import static vn.lienthong.exchange.application.remote.RemoteSigning.wish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** No official sees what an application adds, so it says what the official agreed to before, or nothing. */
class ExtendWordsIT {
    private static final SignedWords AGREED = new SignedWords("", "Ban hành", "", "");
    private static final SignedWords OTHER = new SignedWords("", "Chi 900", "", "");

    @TempDir
    static Path folder;

    private static RemoteSigning remote;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
    }

    @Test
    void extendsByNoWordsButThoseThatWereAgreedTo() throws Exception {
        OAuthClient client = remote.client(true, "s".repeat(32));
        Official official = remote.official();
        Holder holder = remote.holder(official, client);
        DocumentHash[] four = hashes(4);
        OpaqueToken first = remote.authorize
                .explicit(holder, saying(official, 4, four[0], AGREED), remote.factorsOf(official))
                .sad();
        refuses(holder, first, saying(official, 1, four[1], OTHER));
        OpaqueToken second = remote.authorize
                .extend(holder, first, saying(official, 1, four[1], AGREED))
                .sad();
        OpaqueToken third = remote.authorize
                .extend(holder, second, wish(official, 1, four[2]))
                .sad();
        refuses(holder, third, saying(official, 1, four[3], OTHER));

        List<String> entries = entries(official);
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0)).contains("Ban hành").doesNotContain("extended");
        assertThat(entries.get(1)).contains("extended", "Ban hành", WillOnRecord.together(List.of(four[1])));
        assertThat(entries.get(2))
                .contains("extended", WillOnRecord.together(List.of(four[2])))
                .doesNotContain("Ban hành");
    }

    /** What was said under another authorisation was not agreed to under this one. */
    @Test
    void theWordsOfAnotherAuthorisationAreNone() {
        OAuthClient client = remote.client(true, "s".repeat(32));
        Official official = remote.official();
        Holder holder = remote.holder(official, client);
        DocumentHash[] three = hashes(3);
        remote.authorize.explicit(holder, saying(official, 1, three[0], AGREED), remote.factorsOf(official));
        OpaqueToken silent = remote.authorize
                .explicit(holder, wish(official, 2, three[1]), remote.factorsOf(official))
                .sad();
        refuses(holder, silent, saying(official, 1, three[2], AGREED));
    }

    private static void refuses(Holder holder, OpaqueToken sad, SignatureWish more) {
        assertThatThrownBy(() -> remote.authorize.extend(holder, sad, more))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.WORDS_NOT_AUTHORIZED));
    }

    private static SignatureWish saying(Official official, int signatures, DocumentHash hash, SignedWords words) {
        return new SignatureWish(
                official.credentialId(), DigestAlgorithm.SHA256, List.of(hash), List.of(words), signatures);
    }

    private static List<String> entries(Official official) throws SQLException {
        try (Connection connection = remote.exchange.owner.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select body from audit_entry where body like ? and body like ? order by id")) {
            statement.setString(1, "%\"signatures-authorized\"%");
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
