package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lienthong.exchange.boundary.rest.direct.DirectOperation;
import vn.lienthong.exchange.boundary.rest.json.JsonBodies;
import vn.lienthong.exchange.domain.account.Caller;

/** Timestamps are issued without JAX-RS. */
@Dependent
public class DirectTimestamps implements DirectOperation {
    private final TimestampResource resource;

    @Inject
    public DirectTimestamps(TimestampResource resource) {
        this.resource = resource;
    }

    @Override
    public Class<?> resource() {
        return TimestampResource.class;
    }

    @Override
    public void answer(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TimestampBodies.Asked asked = JsonBodies.read(TimestampBodies.Asked.class, request);
        JsonBodies.send(resource.issue(asked), response);
    }
}
