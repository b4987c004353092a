package vn.lienthong.exchange.boundary.rest.registers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.register.BookName;
import vn.lienthong.exchange.application.register.ReadRegister;
import vn.lienthong.exchange.application.register.RegisterDocument;
import vn.lienthong.exchange.application.register.Registered;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.register.EntryFilter;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** Entries of registers: numbers for documents. */
@Path("registers/{direction}/{year}/entries")
@Dependent
@Tag(name = "registers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class EntryResource {
    private final RegisterDocument registerDocument;
    private final ReadRegister reading;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public EntryResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public EntryResource(RegisterDocument registerDocument, ReadRegister reading) {
        this.registerDocument = registerDocument;
        this.reading = reading;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "registerDocument",
            summary = "Đăng ký văn bản và cấp số: a document gets the next number",
            description =
                    "Numbers begin with 01 on 1 January, by the time of Vietnam, and have no gaps. With `dispatch` the "
                            + "dispatch's entry is the same however often it is asked for; without it the request needs an "
                            + "Idempotency-Key, and the same request under the same key gets the same number.")
    @APIResponse(
            responseCode = "201",
            description = "Registered now",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Registered before, by the same request or for the same dispatch",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Response register(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Parameter(description = "1 to 128 printable ASCII characters") @HeaderParam("Idempotency-Key") @Nullable String key,
            EntryBody body,
            @Context SecurityContext security) {
        BookName book = RegisterParameters.book(agency, direction, year);
        Registered registered = registerDocument.register(
                CallerPrincipal.of(security), book, body.entry(book.direction(), Parameters.idempotencyKey(key)));
        EntryView view = EntryView.of(registered.entry());
        return registered.repeated()
                ? Response.ok(view).build()
                : Response.created(URI.create("registers/" + direction + "/" + view.year() + "/entries/" + view.id()))
                        .entity(view)
                        .build();
    }

    @GET
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "listRegisterEntries", summary = "Tra cứu sổ đăng ký: entries of one's own register")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = EntryPage.class)))
    public EntryPage list(
            @Parameter(description = "`outgoing` (văn bản đi) or `incoming` (văn bản đến)") @PathParam("direction")
                    String direction,
            @PathParam("year") String year,
            @Parameter(description = "The agency, by any of its codes; needed by a caller that acts for several")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Parameter(
                            description =
                                    "Words, or the beginnings of words, of code, kind, subject, author, signer, recipients and receiver; "
                                            + "case and diacritics do not matter",
                            example = "quy che")
                    @QueryParam("q")
                    @Nullable String query,
            @Parameter(description = "Only the numbers of this kind of document") @QueryParam("series") @Nullable String series,
            @Parameter(description = "Registered on this day or later", schema = @Schema(format = "date"))
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "Registered on this day or earlier", schema = @Schema(format = "date"))
                    @QueryParam("to")
                    @Nullable String to,
            @Parameter(description = "Only cancelled ones, or only the others") @QueryParam("cancelled") @Nullable Boolean cancelled,
            @Parameter(description = "The entry of this dispatch") @QueryParam("dispatch") @Nullable String dispatch,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        BookName book = RegisterParameters.book(agency, direction, year);
        EntryCursor page = EntryCursor.of(cursor, limit);
        EntryFilter filter = new EntryFilter(
                words(query),
                series == null ? null : RegisterParameters.kind("series", series),
                RegisterParameters.date("from", from),
                RegisterParameters.date("to", to),
                cancelled,
                dispatch == null
                        ? null
                        : new DispatchId(EntryBody.document(dispatch).value()));
        List<RegisterEntry> rows = reading.list(CallerPrincipal.of(security), book, filter, page.after(), page.limit());
        return new EntryPage(rows.stream().map(EntryView::of).toList(), page.next(rows));
    }

    private static @Nullable String words(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return null;
        }
        return RegisterParameters.text("q", query, 100);
    }
}
