package vn.lienthong.exchange.boundary.rest.signing;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.sign.SignatureLevel;

/** The bodies of raising signatures. */
final class ExtensionBodies {
    private ExtensionBodies() {}

    /** To which level: the part {@code parameters} of the form. */
    @Schema(name = "ExtensionParameters")
    record Asked(
            @Schema(
                    required = true,
                    description = "baseline-LTA again renews the archive timestamp",
                    enumeration = {"baseline-T", "baseline-LT", "baseline-LTA"})
            @Nullable String level) {

        SignatureLevel signatureLevel() {
            SignatureLevel asked = Levels.of(Parameters.required("level", level), SignatureLevel.BASELINE_B);
            if (asked == SignatureLevel.BASELINE_B) {
                throw Parameters.invalid("level");
            }
            return asked;
        }
    }

    /** The form as the API's description shows it; {@link SignedFileForm} is what reads it. */
    @Schema(name = "ExtensionForm")
    record FormSchema(
            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "The signed file: PDF, XML, CMS, JWS or ASiC, whoever signed it")
            @Nullable String signed,

            @Schema(
                    type = SchemaType.STRING,
                    format = "binary",
                    nullable = true,
                    description =
                            "For a detached signature: a document that it is over, repeated for each, under the name "
                                    + "by which it was signed")
            @Nullable String document,

            @Schema(required = true) @Nullable Asked parameters) {}
}
