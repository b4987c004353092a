package vn.lienthong.exchange.application.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.AuthorizationCode;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.oauth.OAuthLedger.Taken;

/**
 * A code becomes tokens, once. A code that comes again ends all that the first one gave: somebody else has it too.
 * Thread-safe.
 *
 * <p>Source: RFC 6749 §4.1.3, RFC 7636 §4.6, RFC 9700 §2.1.1.
 */
public final class RedeemCode {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final UnitOfWork unitOfWork;
    private final TokenIssue tokens;
    private final Lifetimes lifetimes;
    private final Clock clock;

    /** @param random fit for secrets */
    public RedeemCode(UnitOfWork unitOfWork, Lifetimes lifetimes, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.tokens = new TokenIssue(lifetimes, random);
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /**
     * Tokens for what the official allowed; for hashes to be signed, the SAD.
     *
     * @param redirectUri as in the authorisation request, or null if that named none
     * @throws FailureException {@code grant-invalid}, whatever is wrong
     */
    public IssuedTokens redeem(OAuthClient client, String code, @Nullable String redirectUri, String verifier) {
        return unitOfWork
                .inTransaction(ledger -> {
                    Optional<Taken<AuthorizationCode>> taken =
                            ledger.oauth().takeCode(new OpaqueToken(code).digest(), clock.instant());
                    taken.filter(t -> !t.first()).ifPresent(again -> end(ledger, again.value()));
                    return taken.filter(Taken::first)
                            .map(Taken::value)
                            .filter(meaning -> meaning.expiresAt().isAfter(clock.instant()))
                            .filter(meaning -> meaning.grant().client().equals(client.id()))
                            .filter(meaning -> Objects.equals(meaning.redirectUri(), redirectUri))
                            .filter(meaning -> proves(verifier, meaning.codeChallenge()))
                            .map(meaning -> issue(ledger, meaning));
                })
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.GRANT_INVALID)));
    }

    private void end(Ledger ledger, AuthorizationCode meaning) {
        ledger.oauth().revoke(meaning.grant().id(), clock.instant());
        OAuthNotes.note(ledger, Deed.ACCESS_REVOKED, meaning.grant(), "code-reused", clock.instant());
    }

    private IssuedTokens issue(Ledger ledger, AuthorizationCode meaning) {
        Instant now = clock.instant();
        UUID authorization = meaning.authorization();
        if (authorization == null) {
            return tokens.withRefresh(ledger, meaning.grant(), now);
        }
        OpaqueToken sad = tokens.sad();
        ledger.authorizations().issue(authorization, sad.digest(), now.plus(lifetimes.sad()));
        return new IssuedTokens(
                sad,
                IssuedTokens.Kind.SAD,
                lifetimes.sad(),
                Optional.empty(),
                Optional.ofNullable(meaning.credential()));
    }

    private static boolean proves(String verifier, String challenge) {
        return VERIFIER.matcher(verifier).matches()
                && MessageDigest.isEqual(
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encode(new OpaqueToken(verifier).digest().toArray()),
                        challenge.getBytes(StandardCharsets.UTF_8));
    }
}
