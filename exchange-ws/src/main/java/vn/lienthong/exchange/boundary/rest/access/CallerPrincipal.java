package vn.lienthong.exchange.boundary.rest.access;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The caller as JAX-RS carries it from the filter to the resource. */
public record CallerPrincipal(Caller caller) implements Principal {

    /** @throws FailureException with {@code credentials-invalid} if nobody was authenticated: fails closed */
    public static Caller of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof CallerPrincipal principal) {
            return principal.caller();
        }
        throw new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID));
    }

    @Override
    public String getName() {
        return caller.name();
    }
}
