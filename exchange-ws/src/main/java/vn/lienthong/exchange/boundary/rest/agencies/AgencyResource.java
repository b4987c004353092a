package vn.lienthong.exchange.boundary.rest.agencies;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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
import vn.lienthong.exchange.boundary.rest.agencies.AgencyPage.AgencyView;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.Page;

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
            @Parameter(description = "Part of a name or code; case and diacritics do not matter", example = "bac kan")
                    @QueryParam("q")
                    @Nullable String query,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor) {
        Page page = Cursor.page(cursor, limit);
        if (query != null && query.length() > LONGEST_QUERY) {
            throw Parameters.invalid("q");
        }
        String wanted = query == null ? "" : plain(query);
        List<Agency> rows = directory.agencies().stream()
                .filter(agency -> matches(agency, wanted))
                .skip(page.offset())
                .limit(page.size())
                .toList();
        return new AgencyPage(rows.stream().map(AgencyView::of).toList(), Cursor.next(page, rows));
    }

    static boolean matches(Agency agency, String wanted) {
        return wanted.isEmpty()
                || plain(agency.name()).contains(wanted)
                || plain(agency.id().value()).contains(wanted)
                || agency.aliases().stream()
                        .map(OrganId::value)
                        .anyMatch(alias -> plain(alias).contains(wanted));
    }

    /** Lower case, without diacritics: {@code đ} is a letter of its own to Unicode, so it is replaced by hand. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }
}
