package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hashes;
import static vn.lienthong.exchange.application.remote.RemoteSigning.request;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyGrants;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;

/** What an official authorised ends with the key: it does not come to life again when the key is given back. */
class WithdrawnKeyIT {
    @TempDir
    Path folder;

    @Test
    void endsWhatWasAuthorisedWithIt() {
        RemoteSigning remote = new RemoteSigning(folder);
        SignAuthorizedHashes signer = remote.signer(remote.token, "node-a");
        OAuthClient client = remote.client(true, "s".repeat(32));
        Official official = remote.official();
        Official other = remote.official();
        DocumentHash[] two = hashes(2);
        OpaqueToken sad = remote.sad(official, client, 2, two);
        OpaqueToken sadOfOther = remote.sad(other, client, 2, two);
        assertThat(signer.sign(request(official, client, sad, two[0]))).hasSize(1);

        ChangeKeyGrants grants = new ChangeKeyGrants(remote.exchange.unitOfWork, remote.exchange.ids, remote.clock);
        String key = official.key().alias().value();
        String name = official.caller().name();
        grants.withdraw(operator("mot"), key, name);
        int before = remote.token.signatures();
        assertThatThrownBy(() -> signer.sign(request(official, client, sad, two[1])))
                .isInstanceOf(FailureException.class);

        grants.approve(
                operator("hai"),
                grants.ask(operator("mot"), key, name).orElseThrow().id());
        assertThatThrownBy(() -> signer.sign(request(official, client, sad, two[1])))
                .isInstanceOf(FailureException.class);
        assertThat(remote.token.signatures()).isEqualTo(before);

        OpaqueToken fresh = remote.sad(official, client, 2, two[1]);
        assertThat(signer.sign(request(official, client, fresh, two[1]))).hasSize(1);
        assertThat(signer.sign(request(other, client, sadOfOther, two))).hasSize(2);
    }

    private static Caller operator(String name) {
        return new Caller(name, Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));
    }
}
