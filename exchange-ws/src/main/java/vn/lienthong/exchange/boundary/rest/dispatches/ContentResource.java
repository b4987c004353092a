package vn.lienthong.exchange.boundary.rest.dispatches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.delivery.FetchedContent;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The octets of a message. */
@Path("dispatches/{id}/content")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
public class ContentResource {
    private static final String EDXML = "application/edxml+xml";

    private final Mailbox mailbox;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public ContentResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public ContentResource(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GET
    @Produces(EDXML)
    @RolesNeeded({Role.EXCHANGE, Role.AUDIT})
    @Operation(
            operationId = "getDispatchContent",
            summary = "Nội dung văn bản: the edXML message exactly as it was sent",
            description = "That it was fetched is recorded before the first octet goes out.")
    @APIResponse(
            responseCode = "200",
            description = "The octets",
            headers = {
                @Header(
                        name = ContentDigest.HEADER,
                        description = "SHA-256 of the body, RFC 9530",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(mediaType = EDXML, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @Parameter(description = "The dispatch's id, or the delivery's for a recipient") @PathParam("id") String id,
            @Context SecurityContext security) {
        FetchedContent fetched = mailbox.fetch(CallerPrincipal.of(security), Parameters.docId(id))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id)));
        ContentRef content = fetched.dispatch().content();
        StreamingOutput octets = out -> {
            try (fetched) {
                fetched.body().transferTo(out);
            }
        };
        return Response.ok(octets, EDXML)
                .header(HttpHeaders.CONTENT_LENGTH, content.length())
                .header(ContentDigest.HEADER, ContentDigest.format(content.digest()))
                .build();
    }
}
