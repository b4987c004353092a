package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/** Authorisation requests that applications leave here and refer to. Thread-safe. Source: RFC 9126. */
public final class PushedRequests {
    /** Source: RFC 9126 §2.2. */
    private static final String URI_PREFIX = "urn:ietf:params:oauth:request_uri:";

    private final UnitOfWork unitOfWork;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random fit for secrets */
    public PushedRequests(UnitOfWork unitOfWork, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.random = random;
        this.clock = clock;
    }

    /** The address that stands for these parameters, for the client that pushed them and for a while. */
    public String push(OAuthClient client, String parameters) {
        OpaqueToken uri =
                new OpaqueToken(URI_PREFIX + OpaqueToken.random(random).value());
        return unitOfWork.inTransaction(ledger -> {
            ledger.visits()
                    .putRequest(
                            uri.digest(),
                            client.id(),
                            parameters,
                            clock.instant().plus(Lifetimes.PUSHED_REQUEST));
            return uri.value();
        });
    }

    /** The parameters that stand behind the address. */
    public Optional<String> find(String clientId, String uri) {
        return unitOfWork.reading(
                ledger -> ledger.visits().request(new OpaqueToken(uri).digest(), clientId, clock.instant()));
    }

    /** The request was answered and cannot be asked again. */
    public void drop(String uri) {
        unitOfWork.inTransaction(ledger -> {
            ledger.visits().dropRequest(new OpaqueToken(uri).digest());
            return true;
        });
    }
}
