package vn.lienthong.exchange.boundary.rest.signing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.seal.Length;
import vn.lienthong.signer.seal.VisibleSignature;

/** What people see of a signature. */
@Schema(name = "Appearance", description = "What people see of the signature, as Decree 30/2020/NĐ-CP lays it down")
record AppearanceBody(
        @Schema(
                required = true,
                enumeration = {"official-signature", "agency-seal", "annex-mark", "copy-mark"})
        @Nullable String kind,

        @Schema(required = true) @Nullable PlacementBody placement,

        @Schema(description = "For agency-seal: of the real seal, in millimetres; 36 by default", nullable = true)
        @Nullable Double diameter,

        @Schema(description = "For agency-seal and copy-mark", nullable = true, examples = "UBND tỉnh Bắc Kạn")
        @Nullable String agencyName,

        @Schema(description = "For annex-mark", nullable = true, examples = "123/QĐ-UBND") @Nullable String numberAndNotation,

        @Schema(description = "For copy-mark", nullable = true, examples = "SAO Y") @Nullable String copyForm) {

    /** The seal of a provincial People's Committee: the commonest of those with the national emblem. */
    private static final double USUAL_DIAMETER = 36;

    /** @param image the part {@code image} of the form, for the two kinds that show one */
    VisibleSignature visible(@Nullable Bytes image) {
        PlacementBody where = Parameters.required("appearance.placement", placement);
        try {
            return switch (Parameters.required("appearance.kind", kind)) {
                case "official-signature" ->
                    new VisibleSignature.OfficialSignature(
                            Parameters.required(SigningForm.IMAGE, image), where.placement());
                case "agency-seal" ->
                    new VisibleSignature.AgencySeal(
                            Parameters.required(SigningForm.IMAGE, image),
                            Length.ofMillimetres(diameter == null ? USUAL_DIAMETER : diameter),
                            Parameters.required("appearance.agencyName", agencyName),
                            where.placement());
                case "annex-mark" ->
                    new VisibleSignature.AnnexMark(
                            Parameters.required("appearance.numberAndNotation", numberAndNotation), where.placement());
                case "copy-mark" ->
                    new VisibleSignature.CopyMark(
                            Parameters.required("appearance.copyForm", copyForm),
                            Parameters.required("appearance.agencyName", agencyName),
                            where.placement());
                default -> throw Parameters.invalid("appearance.kind");
            };
        } catch (IllegalArgumentException outOfRange) {
            throw Parameters.invalid("appearance");
        }
    }
}
