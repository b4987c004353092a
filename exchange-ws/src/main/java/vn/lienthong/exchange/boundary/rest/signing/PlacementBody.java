package vn.lienthong.exchange.boundary.rest.signing;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.seal.PageBox;
import vn.lienthong.signer.seal.Placement;

/** Where a visible signature goes: by a rule of Decree 30/2020, or in millimetres. */
@Schema(
        name = "Placement",
        description = "By a rule of Decree 30/2020/NĐ-CP, Annex I, or, with rule `at`, in millimetres")
record PlacementBody(
        @Schema(
                required = true,
                enumeration = {"above-name", "over-official-signature", "top-right-of-first-page", "in-field", "at"})
        @Nullable String rule,

        @Schema(description = "For above-name: the signer's full name as printed", nullable = true) @Nullable String fullName,

        @Schema(
                description =
                        "For above-name: the whole line printed above the signature, such as PHÓ CHỦ TỊCH. With it the"
                                + " name counts where it stands close under that line alone, and several such places are refused",
                nullable = true)
        @Nullable String title,

        @Schema(
                description = "For in-field: the fully qualified name of a signature field that is not signed yet",
                nullable = true)
        @Nullable String field,

        @Schema(description = "For at: the page, from 1", nullable = true) @Nullable Integer page,

        @Schema(description = "For at: from the left edge, in millimetres", nullable = true) @Nullable Double left,

        @Schema(description = "For at: from the top edge, in millimetres", nullable = true) @Nullable Double top,

        @Schema(description = "For at: in millimetres", nullable = true) @Nullable Double width,

        @Schema(description = "For at: in millimetres", nullable = true) @Nullable Double height) {

    Placement placement() {
        try {
            return switch (Parameters.required("appearance.placement.rule", rule)) {
                case "above-name" ->
                    new Placement.AboveName(
                            Parameters.required("appearance.placement.fullName", fullName), Optional.ofNullable(title));
                case "over-official-signature" -> new Placement.OverOfficialSignature();
                case "top-right-of-first-page" -> new Placement.TopRightOfFirstPage();
                case "in-field" -> new Placement.InField(Parameters.required("appearance.placement.field", field));
                case "at" -> new Placement.At(box());
                default -> throw Parameters.invalid("appearance.placement.rule");
            };
        } catch (IllegalArgumentException outOfRange) {
            throw Parameters.invalid("appearance.placement");
        }
    }

    private PageBox box() {
        return PageBox.ofMillimetres(
                Parameters.required("appearance.placement.page", page),
                Parameters.required("appearance.placement.left", left),
                Parameters.required("appearance.placement.top", top),
                Parameters.required("appearance.placement.width", width),
                Parameters.required("appearance.placement.height", height));
    }
}
