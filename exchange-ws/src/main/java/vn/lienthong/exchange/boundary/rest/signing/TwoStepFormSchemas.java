package vn.lienthong.exchange.boundary.rest.signing;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The forms of both steps as the API's description shows them; {@link SigningForm} is what reads them. */
final class TwoStepFormSchemas {
    private TwoStepFormSchemas() {}

    @Schema(name = "OwnKeyForm")
    record Prepare(
            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "A document to sign; the part is repeated for each of several")
            @Nullable String document,

            @Schema(
                    type = SchemaType.STRING,
                    format = "binary",
                    nullable = true,
                    description = "PNG of the handwritten signature or the seal, up to 1 MiB")
            @Nullable String image,

            @Schema(required = true) @Nullable OwnKeyParameters parameters) {}

    @Schema(name = "CompletionForm")
    record Complete(
            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "The same documents in the same order")
            @Nullable String document,

            @Schema(
                    type = SchemaType.STRING,
                    format = "binary",
                    nullable = true,
                    description = "The same image, if there was one")
            @Nullable String image,

            @Schema(required = true) @Nullable CompletionParameters parameters) {}
}
