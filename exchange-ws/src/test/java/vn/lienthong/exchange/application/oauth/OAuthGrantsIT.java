package vn.lienthong.exchange.application.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.VERIFIER;
import static vn.lienthong.exchange.application.remote.RemoteSigning.challenge;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hashes;
import static vn.lienthong.exchange.application.remote.RemoteSigning.request;
import static vn.lienthong.exchange.application.remote.RemoteSigning.wish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.RemoteSigning;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Person;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;

/** Codes and tokens over a real database: each once, each for its application, and stolen ones end what they opened. */
class OAuthGrantsIT {
    private static final String REDIRECT = "https://ky.example.vn/tra-ve";

    @TempDir
    static Path folder;

    private static RemoteSigning remote;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
    }

    @Test
    void aCodeThatComesAgainEndsWhatTheFirstOneGave() {
        Official official = remote.official();
        OAuthClient client = remote.client(false, null);
        OpaqueToken code = code(official, client, null);
        IssuedTokens tokens = remote.redeem.redeem(client, code.value(), null, VERIFIER);
        assertThat(remote.accessTokens.holder(tokens.access())).isPresent();

        assertRefused(FailureCode.GRANT_INVALID, () -> remote.redeem.redeem(client, code.value(), null, VERIFIER));
        assertThat(remote.accessTokens.holder(tokens.access())).isEmpty();
        OpaqueToken refresh = tokens.refresh().orElseThrow();
        assertRefused(FailureCode.GRANT_INVALID, () -> remote.refresh.refresh(client, refresh.value()));
    }

    @Test
    void aCodeThatComesAgainEndsItsSadToo() {
        Official official = remote.official();
        OAuthClient client = remote.client(false, null);
        DocumentHash[] one = hashes(1);
        CodeRequest request = new CodeRequest(client, null, challenge());
        OpaqueToken code =
                remote.authorize.onPage(official.caller(), request, wish(official, 1, one), remote.factorsOf(official));
        IssuedTokens sad = remote.redeem.redeem(client, code.value(), null, VERIFIER);
        assertThat(sad.kind()).isEqualTo(IssuedTokens.Kind.SAD);
        assertThat(sad.credential()).contains(official.credentialId());
        assertThat(sad.refresh()).isEmpty();
        // A SAD is no access token.
        assertThat(remote.accessTokens.holder(sad.access())).isEmpty();

        assertRefused(FailureCode.GRANT_INVALID, () -> remote.redeem.redeem(client, code.value(), null, VERIFIER));
        assertRefused(
                FailureCode.AUTHORIZATION_INVALID,
                () -> remote.signer(remote.token, "oauth").sign(request(official, client, sad.access(), one)));
    }

    @Test
    void aCodeIsBoundToVerifierRedirectClientAndTime() {
        Official official = remote.official();
        OAuthClient client = remote.client(false, null);
        OAuthClient other = remote.client(false, null);
        invalid(client, code(official, client, null), null, "w".repeat(43));
        invalid(client, code(official, client, null), null, "");
        invalid(client, code(official, client, null), REDIRECT, VERIFIER);
        invalid(client, code(official, client, REDIRECT), null, VERIFIER);
        invalid(other, code(official, client, null), null, VERIFIER);
        invalid(client, new OpaqueToken("khong-co"), null, VERIFIER);
        OpaqueToken late = code(official, client, null);
        remote.clock.advance(Lifetimes.CODE);
        invalid(client, late, null, VERIFIER);
        assertThat(remote.redeem.redeem(client, code(official, client, REDIRECT).value(), REDIRECT, VERIFIER))
                .isNotNull();
    }

    @Test
    void oneOfManyAtOnceRedeemsACode() throws Exception {
        Official official = remote.official();
        OAuthClient client = remote.client(false, null);
        OpaqueToken code = code(official, client, null);
        assertThat(successes(() -> remote.redeem.redeem(client, code.value(), null, VERIFIER)))
                .isEqualTo(1);
    }

    @Test
    void aRefreshTokenRotatesAndOneThatComesAgainEndsTheGrant() {
        Official official = remote.official();
        OAuthClient client = remote.client(false, null);
        IssuedTokens first = remote.tokens(official, client);
        OpaqueToken stolen = first.refresh().orElseThrow();
        assertRefused(
                FailureCode.GRANT_INVALID, () -> remote.refresh.refresh(remote.client(false, null), stolen.value()));
        IssuedTokens second = remote.refresh.refresh(client, stolen.value());
        assertThat(second.access()).isNotEqualTo(first.access());
        assertThat(remote.accessTokens.holder(second.access())).isPresent();

        assertRefused(FailureCode.GRANT_INVALID, () -> remote.refresh.refresh(client, stolen.value()));
        assertThat(remote.accessTokens.holder(second.access())).isEmpty();
        assertRefused(
                FailureCode.GRANT_INVALID,
                () -> remote.refresh.refresh(
                        client, second.refresh().orElseThrow().value()));
    }

    @Test
    void anAccessTokenEndsInTimeAndWithTheRole() {
        Official official = remote.official();
        OAuthClient client = remote.client(false, null);
        IssuedTokens tokens = remote.tokens(official, client);
        // An access token refreshes nothing, and a refresh token opens nothing.
        assertRefused(
                FailureCode.GRANT_INVALID,
                () -> remote.refresh.refresh(client, tokens.access().value()));
        assertThat(remote.accessTokens.holder(tokens.refresh().orElseThrow())).isEmpty();

        remote.clock.advance(remote.lifetimes.access());
        assertThat(remote.accessTokens.holder(tokens.access())).isEmpty();
        IssuedTokens renewed =
                remote.refresh.refresh(client, tokens.refresh().orElseThrow().value());
        remote.exchange.register.person(
                "it", new Person(official.caller().name(), "Nguyễn Văn An", null, Set.of(), Set.of()));
        assertThat(remote.accessTokens.holder(renewed.access())).isEmpty();
        assertRefused(
                FailureCode.GRANT_INVALID,
                () -> remote.refresh.refresh(
                        client, renewed.refresh().orElseThrow().value()));
    }

    @Test
    void revokesItsOwnTokensAlone() {
        Official official = remote.official();
        OAuthClient client = remote.client(false, null);
        IssuedTokens tokens = remote.tokens(official, client);
        remote.revoke.revoke(remote.client(false, null), tokens.access().value());
        remote.revoke.revoke(client, "khong-co");
        assertThat(remote.accessTokens.holder(tokens.access())).isPresent();
        remote.revoke.revoke(client, tokens.refresh().orElseThrow().value());
        assertThat(remote.accessTokens.holder(tokens.access())).isEmpty();
    }

    @Test
    void anApplicationForItselfSeesThoseWhoLetIt() {
        Official lets = remote.official();
        Official letsNot = remote.official();
        OAuthClient client = remote.client(false, "s".repeat(32));
        Holder itself = remote.accessTokens
                .holder(remote.toClient.grant(client).access())
                .orElseThrow();
        assertThat(remote.credentials.of(itself)).isEmpty();
        IssuedTokens tokens = remote.tokens(lets, client);
        assertThat(remote.credentials.of(itself))
                .extracting(Credential::id)
                .extracting(id -> id.value())
                .containsExactly(lets.credentialId());
        assertRefused(FailureCode.CREDENTIAL_UNKNOWN, () -> remote.credentials.named(itself, letsNot.credentialId()));
        assertRefused(FailureCode.CREDENTIAL_UNKNOWN, () -> remote.credentials.named(itself, "khong-co"));
        remote.revoke.revoke(client, tokens.access().value());
        assertThat(remote.credentials.of(itself)).isEmpty();
        assertRefused(FailureCode.CLIENT_INVALID, () -> remote.toClient.grant(remote.client(false, null)));
    }

    @Test
    void anOfficialSeesNobodyElsesCredentials() {
        Official mine = remote.official();
        Official other = remote.official();
        Holder holder = remote.holder(mine, remote.client(false, null));
        assertThat(remote.credentials.of(holder)).hasSize(1);
        assertRefused(FailureCode.CREDENTIAL_UNKNOWN, () -> remote.credentials.named(holder, other.credentialId()));
        assertRefused(
                FailureCode.CREDENTIAL_UNKNOWN,
                () -> remote.authorize.onPage(
                        mine.caller(),
                        new CodeRequest(remote.client(false, null), null, challenge()),
                        wish(other, 1, hashes(1)),
                        remote.factorsOf(mine)));
    }

    @Test
    void aClientProvesItselfByItsSecret() {
        OAuthClient confidential = remote.client(false, "s".repeat(32));
        OAuthClient open = remote.client(false, null);
        assertThat(remote.clients.authenticate(confidential.id(), "s".repeat(32)))
                .isEqualTo(confidential);
        assertThat(remote.clients.authenticate(open.id(), null)).isEqualTo(open);
        assertRefused(FailureCode.CLIENT_INVALID, () -> remote.clients.authenticate(confidential.id(), "t".repeat(32)));
        assertRefused(FailureCode.CLIENT_INVALID, () -> remote.clients.authenticate(confidential.id(), null));
        assertRefused(FailureCode.CLIENT_INVALID, () -> remote.clients.authenticate(open.id(), "s"));
        assertRefused(FailureCode.CLIENT_INVALID, () -> remote.clients.authenticate("khong-co", null));
    }

    @Test
    void removesWhatHasLongExpiredAndNothingElse() {
        Official official = remote.official();
        OAuthClient client = remote.client(false, null);
        remote.sad(official, client, 1, hashes(1));
        IssuedTokens kept = remote.tokens(official, client);
        remote.clock.advance(Duration.ofDays(8));
        IssuedTokens renewed =
                remote.refresh.refresh(client, kept.refresh().orElseThrow().value());
        assertThat(new RemoveExpired(remote.exchange.unitOfWork, remote.clock).run())
                .isPositive();
        assertThat(remote.accessTokens.holder(renewed.access())).isPresent();
    }

    private static OpaqueToken code(Official official, OAuthClient client, @Nullable String redirect) {
        return remote.access.service(official.caller(), new CodeRequest(client, redirect, challenge()));
    }

    private static void invalid(OAuthClient client, OpaqueToken code, @Nullable String redirect, String verifier) {
        assertRefused(FailureCode.GRANT_INVALID, () -> remote.redeem.redeem(client, code.value(), redirect, verifier));
    }

    private static int successes(Callable<IssuedTokens> call) throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> {
                try {
                    call.call();
                    return 1;
                } catch (FailureException e) {
                    return 0;
                }
            });
        }
        int successes = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Integer> result : threads.invokeAll(calls)) {
                successes += result.get();
            }
        }
        return successes;
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
