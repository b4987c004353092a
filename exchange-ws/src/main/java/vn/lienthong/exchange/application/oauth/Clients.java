package vn.lienthong.exchange.application.oauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/** The registered applications. Thread-safe. */
public final class Clients {
    private final UnitOfWork unitOfWork;

    public Clients(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public Optional<OAuthClient> find(String id) {
        return unitOfWork.reading(ledger -> ledger.oauth().client(id));
    }

    /**
     * The client, having proved itself by its secret; one that can keep none gives none.
     *
     * @throws FailureException {@code client-invalid}, the same whether it is unknown or its secret wrong
     */
    public OAuthClient authenticate(String id, @Nullable String secret) {
        return find(id).filter(client -> proves(client.secret(), secret))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.CLIENT_INVALID)));
    }

    private static boolean proves(@Nullable Sha256Digest expected, @Nullable String secret) {
        if (expected == null) {
            return secret == null;
        }
        return secret != null && expected.equals(new OpaqueToken(secret).digest());
    }
}
