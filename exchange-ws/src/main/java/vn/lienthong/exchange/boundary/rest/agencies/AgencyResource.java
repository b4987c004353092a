package vn.lienthong.exchange.boundary.rest.agencies;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.AgencyVersion;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The directory. */
@Path("agencies")
@Dependent
@Tag(name = "agencies")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AgencyResource {
    private static final int LONGEST_QUERY = 100;

    private final Directory directory;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public AgencyResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public AgencyResource(Directory directory) {
        this.directory = directory;
    }

    @GET
    @RolesNeeded({})
    @Operation(operationId = "listAgencies", summary = "Danh bạ cơ quan: the agencies that can be written to")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = AgencyPage.class)))
    public AgencyPage agencies(
            @Parameter(
                            description =
                                    "Words, or the beginnings of words, of a name or code; case and diacritics do not matter",
                            example = "bac kan")
                    @QueryParam("q")
                    @Nullable String query,
            @Parameter(description = "Only the agencies directly below this one, by any of its codes")
                    @QueryParam("parent")
                    @Nullable String parent,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor) {
        AgencyCursor page = AgencyCursor.of(cursor, limit);
        if (query != null && query.length() > LONGEST_QUERY) {
            throw Parameters.invalid("q");
        }
        AgencyFilter filter = AgencyFilter.named(
                query == null || query.isBlank() ? null : query,
                parent == null ? null : one(parent).agency().id());
        List<AgencyRecord> rows = directory.page(filter, page.after(), page.limit());
        return new AgencyPage(rows.stream().map(AgencyView::of).toList(), page.next(rows));
    }

    @GET
    @Path("{code}")
    @RolesNeeded({})
    @Operation(operationId = "getAgency", summary = "Một cơ quan: by any of its codes, also when it is no more")
    @APIResponse(
            responseCode = "200",
            description = "The agency as it is now",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public AgencyView agency(@PathParam("code") String code) {
        return AgencyView.of(one(code));
    }

    private AgencyRecord one(String code) {
        return directory
                .find(Parameters.agency("code", code))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, code)));
    }

    @GET
    @Path("{code}/history")
    @RolesNeeded({})
    @Operation(
            operationId = "getAgencyHistory",
            summary = "Lịch sử của cơ quan: what the directory said of it, and when")
    @APIResponse(
            responseCode = "200",
            description = "Its versions, the first one first; of more than 1000 the last ones",
            content = @Content(schema = @Schema(implementation = AgencyHistory.class)))
    public AgencyHistory history(@PathParam("code") String code) {
        List<AgencyVersion> versions = directory.history(Parameters.agency("code", code));
        if (versions.isEmpty()) {
            throw new FailureException(Failure.of(FailureCode.NOT_FOUND, code));
        }
        return new AgencyHistory(
                versions.stream().map(AgencyHistory.VersionView::of).toList());
    }
}
