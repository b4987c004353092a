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
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.StrangersPace;
import vn.lienthong.exchange.boundary.door.SourceAddress;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;

/** Admission to what JAX-RS answers; an operation that is {@link OpenToStrangers} is paced by the address it is asked from. */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    private final Admission admission;
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
    public AuthenticationFilter(Admission admission, StrangersPace pace, HttpServletRequest servletRequest) {
        this.admission = admission;
        this.pace = pace;
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
        RolesNeeded needed =
                operation == null ? null : operation.getResourceMethod().getAnnotation(RolesNeeded.class);
        Caller caller = admission.admit(servletRequest, request.getHeaderString(HttpHeaders.AUTHORIZATION), needed);
        boolean secure = request.getSecurityContext() != null
                && request.getSecurityContext().isSecure();
        request.setSecurityContext(new Authenticated(new CallerPrincipal(caller), secure));
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
