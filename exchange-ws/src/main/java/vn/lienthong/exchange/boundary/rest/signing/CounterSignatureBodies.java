package vn.lienthong.exchange.boundary.rest.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.CounterSignCommand;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.signer.validate.DocumentFormat;
import vn.lienthong.signer.validate.DocumentFormats;

/** The bodies of signing signatures. */
final class CounterSignatureBodies {
    private CounterSignatureBodies() {}

    /** By whom, and which: the part {@code parameters} of the form. */
    @Schema(name = "CounterSignatureParameters")
    record Asked(
            @Schema(
                    required = true,
                    description = "Alias of a key granted to the caller",
                    examples = "official-nguyen-van-an")
            @Nullable String key,

            @Schema(
                    description = "The signature's id in a validation report; needed where the file has several",
                    nullable = true)
            @Nullable String signatureId,

            @Schema(
                    description =
                            "Kind of the document by Decree 30/2020, Annex III; needed where the key's policy names "
                                    + "kinds",
                    nullable = true,
                    examples = "CV")
            @Nullable String documentKind) {

        CounterSignCommand command(SignedFileForm<Asked> form) throws IOException {
            return new CounterSignCommand(
                    form.signed(),
                    form.documents(),
                    Optional.ofNullable(signatureId),
                    SignatureParameters.alias(key),
                    Optional.ofNullable(documentKind).map(Asked::kind),
                    use(form.signed().document().file()));
        }

        private static DocumentKind kind(String text) {
            if (!DocumentKind.isWellFormed(text)) {
                throw Parameters.invalid("documentKind");
            }
            return new DocumentKind(text);
        }

        /** What is no signed file is refused later, whatever it counts as until then. */
        private static SignatureUse use(Path file) throws IOException {
            return switch (DocumentFormats.of(file).orElse(DocumentFormat.CMS)) {
                case PDF -> SignatureUse.PADES;
                case XML -> SignatureUse.XADES;
                case CMS -> SignatureUse.CADES;
                case JWS -> SignatureUse.JADES;
                case ASIC -> SignatureUse.ASIC;
            };
        }
    }

    /** The form as the API's description shows it; {@link SignedFileForm} is what reads it. */
    @Schema(name = "CounterSignatureForm")
    record FormSchema(
            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "The signed file: XML, CMS, JWS or ASiC, whoever signed it")
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
