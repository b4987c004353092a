package vn.lienthong.exchange.boundary.rest.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.FailedAttempts;
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
 * none is closed to all. The token is looked up by its digest and never logged. Thread-safe.
 */
@Dependent
public class Admission {
    private final Authenticate authenticate;
    private final FailedAttempts failedAttempts;

    @Inject
    public Admission(Authenticate authenticate, FailedAttempts failedAttempts) {
        this.authenticate = authenticate;
        this.failedAttempts = failedAttempts;
    }

    /**
     * Who sent the request, which is theirs from now on.
     *
     * @param authorization the Authorization field
     * @param needed what the operation says of who may use it, or null where it says nothing
     * @throws FailureException {@code credentials-invalid}, {@code not-permitted}, or what too many failed attempts or
     *     too many slow requests end in
     */
    public Caller admit(ServletRequest request, @Nullable String authorization, @Nullable RolesNeeded needed) {
        Caller caller = caller(request, authorization);
        permit(caller, needed);
        Visit.admit(request, caller.name());
        return caller;
    }

    private Caller caller(ServletRequest request, @Nullable String authorization) {
        String presented = BearerToken.of(authorization)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID)));
        String source = SourceAddress.of(request.getRemoteAddr());
        Sha256Digest digest = Authenticate.digest(presented);
        String proof = digest.hex();
        failedAttempts.require(source, proof);
        Caller known = authenticate.byBearerToken(digest).orElseThrow(() -> {
            failedAttempts.failed(source);
            return new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID));
        });
        failedAttempts.succeeded(source, proof);
        return known;
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
}
