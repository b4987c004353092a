package vn.lienthong.exchange.boundary.rest.registers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.register.AmendEntry;
import vn.lienthong.exchange.application.register.ReadRegister;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;

/** One entry of a register, and what may still be done to it. */
@Path("registers/{direction}/{year}/entries/{id}")
@Dependent
@Tag(name = "registers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class OneEntryResource {
    private final ReadRegister reading;
    private final AmendEntry amendEntry;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public OneEntryResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public OneEntryResource(ReadRegister reading, AmendEntry amendEntry) {
        this.reading = reading;
        this.amendEntry = amendEntry;
    }

    @GET
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "getRegisterEntry", summary = "Một số đăng ký: an entry as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public EntryView entry(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @PathParam("id") String id,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Context SecurityContext security) {
        return EntryView.of(
                reading.entry(CallerPrincipal.of(security), RegisterParameters.book(agency, direction, year), id(id)));
    }

    @POST
    @Path("cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "cancelRegisterEntry",
            summary = "Hủy số: the number is not used; it stays in the register and is never given again",
            description = "The same cancellation again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The entry, cancelled",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public EntryView cancel(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @PathParam("id") String id,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            CancellationBody body,
            @Context SecurityContext security) {
        return EntryView.of(amendEntry
                .cancel(
                        CallerPrincipal.of(security),
                        RegisterParameters.book(agency, direction, year),
                        id(id),
                        body.given())
                .entry());
    }

    @POST
    @Path("additions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "addToRegisterEntry",
            summary =
                    "Ghi bổ sung: who was handed the document and when, which dispatch it went with, the digest of its file",
            description = "What was written before is kept; the entry shows the last. The same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it stands now",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public EntryView add(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @PathParam("id") String id,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            AdditionBody body,
            @Context SecurityContext security) {
        return EntryView.of(amendEntry
                .add(
                        CallerPrincipal.of(security),
                        RegisterParameters.book(agency, direction, year),
                        id(id),
                        body.addition())
                .entry());
    }

    private static UUID id(String id) {
        return Parameters.docId(id).value();
    }
}
