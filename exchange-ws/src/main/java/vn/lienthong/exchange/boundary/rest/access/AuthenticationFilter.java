package vn.lienthong.exchange.boundary.rest.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.FailedAttempts;
import vn.lienthong.exchange.application.capacity.StrangersPace;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.boundary.door.SourceAddress;
import vn.lienthong.exchange.boundary.door.Visit;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Nobody reaches an operation without a token that is known and a role that the operation names; an operation that names
 * none is closed to all, unless it is {@link OpenToStrangers}: that one is paced by the address it is asked from. The token is looked up by its digest and never logged.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    private final Authenticate authenticate;
    private final FailedAttempts failedAttempts;
    private final StrangersPace pace;
    private final HttpServletRequest servletRequest;

    /** The container's proxy of the operation at hand: JAX-RS hands it to fields and setters of filters only. */
    @Context
    @Nullable ResourceInfo operation;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public AuthenticationFilter() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    /** @param servletRequest the container's proxy of the request at hand */
    @Inject
    public AuthenticationFilter(
            Authenticate authenticate,
            FailedAttempts failedAttempts,
            StrangersPace pace,
            HttpServletRequest servletRequest) {
        this.pace = pace;
        this.authenticate = authenticate;
        this.failedAttempts = failedAttempts;
        this.servletRequest = servletRequest;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        OpenToStrangers open =
                operation == null ? null : operation.getResourceMethod().getAnnotation(OpenToStrangers.class);
        if (open != null) {
            pace.take(SourceAddress.of(servletRequest.getRemoteAddr()), open.cost());
            return;
        }
        Caller caller = caller(BearerToken.of(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        RolesNeeded needed =
                operation == null ? null : operation.getResourceMethod().getAnnotation(RolesNeeded.class);
        permit(caller, needed);
        Visit.admit(servletRequest, caller.name());
        boolean secure = request.getSecurityContext() != null
                && request.getSecurityContext().isSecure();
        request.setSecurityContext(new Authenticated(new CallerPrincipal(caller), secure));
    }

    private Caller caller(Optional<String> token) {
        String presented = token.orElseThrow(() -> new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID)));
        String source = SourceAddress.of(servletRequest.getRemoteAddr());
        Sha256Digest digest = Authenticate.digest(presented);
        String proof = digest.hex();
        failedAttempts.require(source, proof);
        Optional<Caller> known = authenticate.byBearerToken(digest);
        if (known.isEmpty()) {
            failedAttempts.failed(source);
            throw new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID));
        }
        failedAttempts.succeeded(source, proof);
        return known.get();
    }

    static void permit(Caller caller, @Nullable RolesNeeded needed) {
        if (needed == null) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED));
        }
        if (needed.value().length > 0 && Arrays.stream(needed.value()).noneMatch(caller::has)) {
            String roles = Arrays.stream(needed.value()).map(Role::name).collect(Collectors.joining(", "));
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, roles));
        }
    }

    private record Authenticated(CallerPrincipal principal, boolean secure) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return Arrays.stream(Role.values())
                    .anyMatch(known ->
                            known.name().equals(role) && principal.caller().has(known));
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
