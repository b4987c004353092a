package vn.lienthong.exchange.boundary.rest.batches;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a batch as the API's description shows it; {@link BatchForm} is what reads it. */
@Schema(name = "SignatureBatchForm", description = "Its parts in this order")
record BatchFormSchema(
        @Schema(required = true, ref = "#/components/schemas/SignatureParameters") @Nullable Object parameters,

        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                nullable = true,
                description = "PNG of the handwritten signature or the seal, for all documents")
        @Nullable String image,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "binary",
                description = "A document, repeated for each, 10,000 at most; its file name names its result")
        @Nullable String document) {}
