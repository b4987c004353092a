package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lienthong.exchange.boundary.rest.direct.DirectOperation;
import vn.lienthong.exchange.boundary.rest.json.JsonBodies;
import vn.lienthong.exchange.domain.account.Caller;

/** Digests are signed without JAX-RS. */
@Dependent
public class DirectHashSignatures implements DirectOperation {
    private final HashSignatureResource resource;

    @Inject
    public DirectHashSignatures(HashSignatureResource resource) {
        this.resource = resource;
    }

    @Override
    public Class<?> resource() {
        return HashSignatureResource.class;
    }

    @Override
    public void answer(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HashSignatureBodies.Asked asked = JsonBodies.read(HashSignatureBodies.Asked.class, request);
        JsonBodies.send(resource.sign(caller, asked), response);
    }
}
