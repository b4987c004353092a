package vn.lienthong.exchange.boundary.rest.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.signer.text.Language;

/** A signed file in the server's care as its owner sees it. */
@Schema(name = "KeptSignature")
record KeptView(
        @Schema(required = true) String id,

        @Schema(
                required = true,
                enumeration = {"awaiting", "complete", "given-up", "set-aside"})
        String state,

        @Schema(required = true, description = "The state in words", examples = "chờ hoàn thiện")
        String stateText,

        @Schema(required = true, description = "What the newest version has", examples = "baseline-T")
        String level,

        @Schema(required = true, examples = "baseline-LTA") String asked,
        @Schema(required = true) String mediaType,

        @Schema(required = true, description = "From 1; each raised file is a version of its own")
        int version,

        @Schema(required = true, description = "Of the newest version, in hexadecimal")
        String sha256,

        @Schema(required = true, description = "Of the newest version, in octets")
        long length,

        @Schema(description = "The code of the failure that keeps it", nullable = true) @Nullable String waitingFor,

        @Schema(description = "When it is tried again, or its archive timestamp is renewed", nullable = true) @Nullable Instant next,

        @Schema(description = "Until when its newest timestamp can be relied on", nullable = true) @Nullable Instant horizon) {

    static KeptView of(KeptSignature kept, Language language) {
        FailureCode waitingFor = kept.waitingFor();
        return new KeptView(
                kept.id().toString(),
                state(kept.state()),
                text(kept.state(), language),
                kept.current().level().text(),
                kept.asked().text(),
                kept.mediaType(),
                kept.current().number(),
                kept.current().content().digest().hex(),
                kept.current().content().length(),
                waitingFor == null ? null : waitingFor.code(),
                kept.due(),
                kept.horizon());
    }

    static String state(KeptState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(KeptState state, Language language) {
        boolean vietnamese = language == Language.VI;
        return switch (state) {
            case AWAITING -> vietnamese ? "chờ hoàn thiện" : "awaiting completion";
            case COMPLETE -> vietnamese ? "đã hoàn thiện" : "complete";
            case GIVEN_UP -> vietnamese ? "không thể hoàn thiện" : "cannot be completed";
            case SET_ASIDE -> vietnamese ? "tạm gác, chờ người vận hành" : "set aside, awaiting an operator";
        };
    }

    /** A slice of the caller's. */
    @Schema(name = "KeptSignaturePage", description = "Newest first")
    record KeptPage(
            @Schema(required = true) List<KeptView> items,

            @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {

        static KeptPage of(List<KeptSignature> rows, Page page, Language language) {
            return new KeptPage(rows.stream().map(kept -> of(kept, language)).toList(), Cursor.next(page, rows));
        }

        private static KeptView of(KeptSignature kept, Language language) {
            return KeptView.of(kept, language);
        }
    }

    /** The versions of a file. */
    @Schema(name = "KeptSignatureVersions", description = "The oldest first")
    record Versions(@Schema(required = true) List<Version> items) {

        /** One of its files. */
        @Schema(name = "KeptSignatureVersion")
        record Version(
                @Schema(required = true) int number,
                @Schema(required = true) String level,
                @Schema(required = true) String sha256,
                @Schema(required = true) long length,
                @Schema(required = true) Instant made) {}

        static Versions of(List<KeptSignature.Version> versions) {
            return new Versions(versions.stream()
                    .map(version -> new Version(
                            version.number(),
                            version.level().text(),
                            version.content().digest().hex(),
                            version.content().length(),
                            version.madeAt()))
                    .toList());
        }
    }
}
