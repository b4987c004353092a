package vn.lienthong.exchange.boundary.rest.signing;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form as the API's description shows it; {@link SigningForm} is what reads it. */
@Schema(name = "PreviewForm")
record PreviewFormSchema(
        @Schema(required = true, type = SchemaType.STRING, format = "binary", description = "The PDF") @Nullable String document,

        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                nullable = true,
                description = "PNG of the handwritten signature or the seal, up to 1 MiB")
        @Nullable String image,

        @Schema(required = true) @Nullable PreviewParameters parameters) {}
