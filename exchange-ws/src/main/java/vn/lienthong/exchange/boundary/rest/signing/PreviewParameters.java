package vn.lienthong.exchange.boundary.rest.signing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be shown: the part {@code parameters} of the form. */
@Schema(name = "PreviewParameters")
record PreviewParameters(
        @Schema(required = true, description = "As for signing") @Nullable AppearanceBody appearance) {}
