package vn.lienthong.exchange.boundary.rest.signing;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.token.KeyAlias;

/** How a document is to be signed: the part {@code parameters} of the form. */
@Schema(name = "SignatureParameters")
record SignatureParameters(
        @Schema(
                required = true,
                description = "Alias of a key granted to the caller",
                examples = "official-nguyen-van-an")
        @Nullable String key,

        @Schema(
                description = "baseline-T by default",
                enumeration = {"baseline-B", "baseline-T"},
                nullable = true)
        @Nullable String level,

        @Schema(
                description = "Kind of the document by Decree 30/2020, Annex III, such as QĐ, TB, or CV for a letter; "
                        + "needed where the key's policy names kinds",
                nullable = true,
                examples = "CV")
        @Nullable String documentKind,

        @Schema(description = "The official or the agency, as people know them", nullable = true) @Nullable String signerName,

        @Schema(description = "Why it is signed", nullable = true) @Nullable String reason,

        @Schema(description = "Where it is signed", nullable = true) @Nullable String location,

        @Schema(description = "How to reach the signer", nullable = true) @Nullable String contactInfo,

        @Schema(description = "None: an invisible signature", nullable = true) @Nullable AppearanceBody appearance) {

    SignDocumentCommand command(Staged document, @Nullable Bytes image) {
        return new SignDocumentCommand(
                document.file(),
                document.ref().digest(),
                alias(key),
                kind(),
                signatureLevel(),
                details(),
                Optional.ofNullable(appearance).map(body -> body.visible(image)));
    }

    static KeyAlias alias(@Nullable String key) {
        try {
            return new KeyAlias(Parameters.required("key", key));
        } catch (IllegalArgumentException malformed) {
            throw Parameters.invalid("key");
        }
    }

    private Optional<DocumentKind> kind() {
        if (documentKind == null) {
            return Optional.empty();
        }
        if (!DocumentKind.isWellFormed(documentKind)) {
            throw Parameters.invalid("documentKind");
        }
        return Optional.of(new DocumentKind(documentKind));
    }

    private SignatureLevel signatureLevel() {
        return switch (level) {
            case null -> SignatureLevel.BASELINE_T;
            case "baseline-B" -> SignatureLevel.BASELINE_B;
            case "baseline-T" -> SignatureLevel.BASELINE_T;
            default -> throw Parameters.invalid("level");
        };
    }

    private SignatureDetails details() {
        try {
            return new SignatureDetails(orEmpty(signerName), orEmpty(reason), orEmpty(location), orEmpty(contactInfo));
        } catch (IllegalArgumentException tooLong) {
            throw Parameters.invalid("signerName, reason, location, contactInfo");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
