package vn.lienthong.exchange.boundary.rest.uploads;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.upload.AppendToUpload;
import vn.lienthong.exchange.application.upload.Uploading;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.upload.Upload;

/**
 * Messages that come in pieces, and go on after a connection is lost.
 *
 * <p>Source: tus 1.0.0: core protocol, creation, creation-with-upload, checksum, expiration, termination.
 */
@Path("uploads")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@TusResponse.Tus
public class UploadResource {
    private static final String OCTETS = "application/offset+octet-stream";

    private final Uploading uploading;
    private final AppendToUpload append;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public UploadResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public UploadResource(Uploading uploading, AppendToUpload append) {
        this.uploading = uploading;
        this.append = append;
    }

    @OPTIONS
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "uploadOptions", summary = "Khả năng tải lên: which parts of tus 1.0.0 are spoken")
    @APIResponse(
            responseCode = "204",
            description = "In the header: Tus-Extension, Tus-Max-Size, Tus-Checksum-Algorithm")
    public Response options() {
        return Response.noContent()
                .header("Tus-Extension", "creation,creation-with-upload,checksum,expiration,termination")
                .header("Tus-Max-Size", uploading.bodyLimit())
                .header("Tus-Checksum-Algorithm", "sha256")
                .build();
    }

    @POST
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "beginUpload",
            summary = "Bắt đầu tải lên: a message that will come in pieces",
            description = "With a body of type `" + OCTETS + "` its first piece comes along. The whole is sent by "
                    + "`POST /api/v1/dispatches` with `{\"uploadId\":\"…\"}`.")
    @APIResponse(responseCode = "201", description = "In the header: Location, Upload-Offset, Upload-Expires")
    public Response begin(
            InputStream body,
            @Parameter(required = true) @HeaderParam(TusResponse.RESUMABLE) @Nullable String version,
            @Parameter(required = true, description = "In octets") @HeaderParam("Upload-Length") @Nullable String length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata,
            @Parameter(description = "Of the body: `sha256` and Base64") @HeaderParam("Upload-Checksum") @Nullable String checksum,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Context SecurityContext security) {
        TusFields.requireVersion(version);
        boolean withPiece = OCTETS.equals(contentType);
        if (contentType != null && !withPiece) {
            throw new FailureException(Failure.of(FailureCode.MEDIA_TYPE_NOT_SUPPORTED, OCTETS));
        }
        Caller caller = CallerPrincipal.of(security);
        Sha256Digest wanted = TusFields.checksum(checksum);
        Upload upload = uploading.begin(
                caller, TusFields.count("Upload-Length", length), Objects.requireNonNullElse(metadata, ""));
        Upload now = withPiece ? append.append(caller, upload.id(), 0, body, wanted) : upload;
        return described(Response.created(URI.create("uploads/" + upload.id())), now)
                .build();
    }

    @HEAD
    @Path("{id}")
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "getUpload", summary = "Vị trí đã nhận: how much of it is on stable storage")
    @APIResponse(responseCode = "200", description = "In the header: Upload-Offset, Upload-Length, Upload-Expires")
    public Response offset(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(TusResponse.RESUMABLE) @Nullable String version,
            @Context SecurityContext security) {
        TusFields.requireVersion(version);
        Upload upload = uploading.find(CallerPrincipal.of(security), id(id));
        Response.ResponseBuilder answer = described(Response.ok(), upload).header("Upload-Length", upload.length());
        return (upload.metadata().isEmpty() ? answer : answer.header("Upload-Metadata", upload.metadata())).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(OCTETS)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "appendToUpload",
            summary = "Tải tiếp: the octets behind those that are there",
            description = "What came of a body that breaks off counts, unless it has a checksum.")
    @APIResponse(
            responseCode = "204",
            description = "In the header: Upload-Offset, which is on stable storage, and Upload-Expires")
    public Response append(
            @PathParam("id") String id,
            InputStream body,
            @Parameter(required = true) @HeaderParam(TusResponse.RESUMABLE) @Nullable String version,
            @Parameter(required = true, description = "How much is there; 409 otherwise")
                    @HeaderParam("Upload-Offset")
                    @Nullable String offset,
            @Parameter(description = "Of the body: `sha256` and Base64; 460 where it does not match")
                    @HeaderParam("Upload-Checksum")
                    @Nullable String checksum,
            @Context SecurityContext security) {
        TusFields.requireVersion(version);
        Upload upload = append.append(
                CallerPrincipal.of(security),
                id(id),
                TusFields.count("Upload-Offset", offset),
                body,
                TusFields.checksum(checksum));
        return described(Response.noContent(), upload).build();
    }

    @DELETE
    @Path("{id}")
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "endUpload", summary = "Hủy tải lên: nothing is left of it")
    @APIResponse(responseCode = "204", description = "Gone")
    public Response end(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(TusResponse.RESUMABLE) @Nullable String version,
            @Context SecurityContext security) {
        TusFields.requireVersion(version);
        uploading.end(CallerPrincipal.of(security), id(id));
        return Response.noContent().build();
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder answer, Upload upload) {
        return answer.header("Upload-Offset", upload.received()).header("Upload-Expires", TusFields.expires(upload));
    }

    private static UUID id(String text) {
        return Parameters.docId(text).value();
    }
}
