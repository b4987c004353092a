package vn.lienthong.exchange.boundary.rest.agencies;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.directory.ImportDirectory;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;

/** Files of agencies. */
@Path("agency-imports")
@Dependent
@Tag(name = "agencies")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AgencyImportResource {
    private static final long LONGEST = 256L << 20;

    private final ImportDirectory importDirectory;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public AgencyImportResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public AgencyImportResource(ImportDirectory importDirectory) {
        this.importDirectory = importDirectory;
    }

    @POST
    @Consumes({"application/x-ndjson", "application/jsonl"})
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "importAgencies",
            summary = "Nhập danh bạ cơ quan: a file of agencies changes the directory, all of it or nothing",
            description =
                    "One JSON object a line, with `id` and `name`, and if wanted `mail`, `parent`, `code102`, `aliases`, "
                            + "`system`, `closed`, `successor`. What a line leaves out stays as it is, an agency without a line too, "
                            + "and no code is taken away. The same file again changes nothing. Faults are told by line: `M.17.parent`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "What it changed",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public ImportView importAgencies(
            InputStream body,
            @Parameter(description = "Only say what would change") @QueryParam("dryRun") boolean dryRun,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Context SecurityContext security) {
        Parameters.atMost(contentLength, LONGEST);
        return ImportView.of(importDirectory.run(CallerPrincipal.of(security), new AgencyFile(body), dryRun), !dryRun);
    }
}
