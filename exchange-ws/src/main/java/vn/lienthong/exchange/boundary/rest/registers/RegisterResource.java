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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.register.CloseRegister;
import vn.lienthong.exchange.application.register.PrintRegister;
import vn.lienthong.exchange.application.register.ReadRegister;
import vn.lienthong.exchange.application.register.WrittenRegister;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentRef;

/** Registers as a whole: how they stand, as documents, and closed. */
@Path("registers/{direction}")
@Dependent
@Tag(name = "registers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    private static final String PDF = "application/pdf";

    private final ReadRegister reading;
    private final PrintRegister printRegister;
    private final CloseRegister closeRegister;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public RegisterResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public RegisterResource(ReadRegister reading, PrintRegister printRegister, CloseRegister closeRegister) {
        this.reading = reading;
        this.printRegister = printRegister;
        this.closeRegister = closeRegister;
    }

    @GET
    @Path("{year: [0-9]+}")
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "getRegister", summary = "Tình trạng sổ đăng ký: last numbers, and whether it is closed")
    @APIResponse(
            responseCode = "200",
            description = "The register",
            content = @Content(schema = @Schema(implementation = BookView.class)))
    public BookView register(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Context SecurityContext security) {
        return BookView.of(
                reading.book(CallerPrincipal.of(security), RegisterParameters.book(agency, direction, year)));
    }

    @GET
    @Path("{year: [0-9]+}.xml")
    @Produces(MediaType.APPLICATION_XML)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "getRegisterXml",
            summary = "Xuất sổ đăng ký dạng XML: by the schema urn:lienthong:register:1",
            description = "A closed register is given out octet for octet as it was closed.")
    @APIResponse(
            responseCode = "200",
            description = "The register",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xml(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Parameter(description = "From this day of registration on", schema = @Schema(format = "date"))
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "Up to this day of registration", schema = @Schema(format = "date"))
                    @QueryParam("to")
                    @Nullable String to,
            @Context SecurityContext security) {
        return answer(
                printRegister.xml(
                        CallerPrincipal.of(security),
                        RegisterParameters.book(agency, direction, year),
                        RegisterParameters.date("from", from),
                        RegisterParameters.date("to", to)),
                MediaType.APPLICATION_XML);
    }

    @GET
    @Path("{year: [0-9]+}.pdf")
    @Produces(PDF)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "getRegisterPdf",
            summary = "In sổ đăng ký: PDF by the forms of Decree 30/2020, Annex IV",
            description =
                    "Of a closed register the one print that it has, with the agency's signature where it was sealed.")
    @APIResponse(
            responseCode = "200",
            description = "The register",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Parameter(description = "From this day of registration on", schema = @Schema(format = "date"))
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "Up to this day of registration", schema = @Schema(format = "date"))
                    @QueryParam("to")
                    @Nullable String to,
            @Context SecurityContext security) {
        return answer(
                printRegister.pdf(
                        CallerPrincipal.of(security),
                        RegisterParameters.book(agency, direction, year),
                        RegisterParameters.date("from", from),
                        RegisterParameters.date("to", to)),
                PDF);
    }

    @POST
    @Path("{year: [0-9]+}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "closeRegister",
            summary = "Đóng sổ: nothing in the register changes any more",
            description =
                    "When its year is over in Vietnam. The digest of all of it and the last numbers stand in the sealed audit "
                            + "log. The same again does what was left undone, and answers the same.")
    @APIResponse(
            responseCode = "200",
            description = "The register, closed; `closed.sealed` says whether its print has a signature",
            content = @Content(schema = @Schema(implementation = BookView.class)))
    public BookView close(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            ClosingBody body,
            @Context SecurityContext security) {
        return BookView.of(closeRegister.close(
                CallerPrincipal.of(security), RegisterParameters.book(agency, direction, year), body.given()));
    }

    private static Response answer(WrittenRegister written, String mediaType) {
        ContentRef ref = written.ref();
        StreamingOutput octets = out -> {
            try (written;
                    InputStream in = written.open()) {
                in.transferTo(out);
            }
        };
        return Response.ok(octets, mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, ref.length())
                .header(ContentDigest.HEADER, ContentDigest.format(ref.digest()))
                .build();
    }
}
