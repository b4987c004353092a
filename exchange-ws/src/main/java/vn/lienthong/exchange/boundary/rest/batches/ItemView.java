package vn.lienthong.exchange.boundary.rest.batches;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.batch.BatchItem;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.text.Language;

/** A document of a batch as its owner sees it. */
@Schema(name = "SignatureBatchItem")
record ItemView(
        @Schema(required = true, description = "From 1, in the order of the request")
        int position,

        @Schema(required = true) String name,

        @Schema(required = true, description = "Of the document that came, in hexadecimal")
        String sha256,

        @Schema(
                required = true,
                enumeration = {"pending", "claimed", "signed", "refused"})
        String state,

        @Schema(description = "The signed file's name in the archive", nullable = true) @Nullable String signedName,

        @Schema(description = "Of the signed file, in hexadecimal", nullable = true) @Nullable String signedSha256,

        @Schema(description = "Of the signed file, in octets", nullable = true) @Nullable Long signedLength,

        @Schema(description = "If it was refused: the code, as in problem details", nullable = true) @Nullable String code,

        @Schema(description = "If it was refused: why", nullable = true) @Nullable String detail,

        @Schema(nullable = true) @Nullable Instant finished) {

    static ItemView of(BatchItem item, SignatureForm form, FailureTexts texts, Language language) {
        ContentRef signed = item.signed();
        Failure failure = item.failure();
        return new ItemView(
                item.position(),
                item.name(),
                item.content().digest().hex(),
                item.state().name().toLowerCase(Locale.ROOT),
                signed == null ? null : ResultArchive.entryName(item, form),
                signed == null ? null : signed.digest().hex(),
                signed == null ? null : signed.length(),
                failure == null ? null : failure.code().code(),
                failure == null ? null : texts.detail(failure, language),
                item.finishedAt());
    }

    /** A slice of a batch. */
    @Schema(name = "SignatureBatchItems", description = "By position")
    record ItemPage(
            @Schema(required = true) List<ItemView> items,

            @Schema(description = "Give it as `after` to go on; missing on the last page", nullable = true) @Nullable Integer nextAfter) {}
}
