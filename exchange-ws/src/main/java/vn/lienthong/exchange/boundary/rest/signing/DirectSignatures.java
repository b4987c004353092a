package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.boundary.rest.direct.DirectOperation;
import vn.lienthong.exchange.domain.account.Caller;

/** Documents are signed without JAX-RS. */
@Dependent
public class DirectSignatures implements DirectOperation {
    private final SignatureResource resource;

    @Inject
    public DirectSignatures(SignatureResource resource) {
        this.resource = resource;
    }

    @Override
    public Class<?> resource() {
        return SignatureResource.class;
    }

    @Override
    public void answer(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignatureResource.Made made = resource.sign(
                caller,
                request.getContentType(),
                request.getHeader(HttpHeaders.CONTENT_LENGTH),
                request.getInputStream());
        try (SignedDocument signed = made.signed()) {
            SignedAnswer.send(signed, made.mediaType(), response);
        }
    }
}
