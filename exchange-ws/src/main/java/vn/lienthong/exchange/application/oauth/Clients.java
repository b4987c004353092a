package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.AssertionKey;
import vn.lienthong.exchange.domain.oauth.ClientAssertion;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/** The registered applications. Thread-safe. */
public final class Clients {
    /** Assertions are made when they are needed; a longer life would only keep what was used longer. */
    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(10);
    /** Clocks of other machines differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public Clients(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public Optional<OAuthClient> find(String id) {
        return unitOfWork.reading(ledger -> ledger.clients().find(id));
    }

    /**
     * The client, having proved itself by its secret; one that can keep none gives none.
     *
     * @throws FailureException {@code client-invalid}, the same whether it is unknown or its secret wrong
     */
    public OAuthClient authenticate(String id, @Nullable String secret) {
        return find(id).filter(client -> client.assertionKey() == null)
                .filter(client -> proves(client.secret(), secret))
                .orElseThrow(Clients::invalid);
    }

    /**
     * The client, having proved itself by its key; the assertion is used up, on every node.
     *
     * <p>Source: RFC 7523 §3.
     *
     * @throws FailureException {@code client-invalid}, whatever is wrong
     */
    public OAuthClient authenticate(ClientAssertion assertion) {
        Instant now = clock.instant();
        boolean inTime = assertion.expiresAt().isAfter(now)
                && !assertion.expiresAt().isAfter(now.plus(LONGEST_ASSERTION).plus(SKEW))
                && !assertion.notBefore().isAfter(now.plus(SKEW));
        return unitOfWork
                .inTransaction(ledger -> ledger.clients()
                        .find(assertion.client())
                        .filter(client -> inTime && provesByKey(client, assertion))
                        .filter(client -> ledger.clients()
                                .useAssertion(
                                        client.id(), new OpaqueToken(assertion.id()).digest(), assertion.expiresAt())))
                .orElseThrow(Clients::invalid);
    }

    private static boolean provesByKey(OAuthClient client, ClientAssertion assertion) {
        AssertionKey key = client.assertionKey();
        return key != null && key.verifies(assertion.algorithm(), assertion.signingInput(), assertion.signature());
    }

    private static FailureException invalid() {
        return new FailureException(Failure.of(FailureCode.CLIENT_INVALID));
    }

    private static boolean proves(@Nullable Sha256Digest expected, @Nullable String secret) {
        if (expected == null) {
            return secret == null;
        }
        return secret != null && expected.equals(new OpaqueToken(secret).digest());
    }
}
