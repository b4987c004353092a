package vn.lienthong.exchange.boundary.rest.dispatches;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;

/** A message that came in pieces. */
@Schema(name = "UploadedMessage")
record UploadedBody(
        @Schema(required = true, format = "uuid", description = "Of the caller's, whole") @Nullable String uploadId) {

    UUID upload() {
        return Parameters.docId(Parameters.required("uploadId", uploadId)).value();
    }
}
