package vn.lienthong.exchange.boundary.rest.signing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.application.twostep.OwnKeys;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
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
                description = "PAdES by default",
                enumeration = {"PAdES", "XAdES", "CAdES", "JAdES", "ASiC-S", "ASiC-E"},
                nullable = true)
        @Nullable String format,

        @Schema(
                description =
                        "Where the documents are. XAdES: enveloped (default), enveloping, detached. CAdES: detached "
                                + "(default), enveloping. JAdES: enveloping (default, flattened JSON), compact, detached. ASiC-S "
                                + "and ASiC-E: which signature the container holds, cades (default) or xades. PAdES: none",
                enumeration = {"enveloped", "enveloping", "detached", "compact", "cades", "xades"},
                nullable = true)
        @Nullable String packaging,

        @Schema(
                description = "baseline-T by default, where the form has it",
                enumeration = {"baseline-B", "baseline-T", "baseline-LT", "baseline-LTA"},
                nullable = true)
        @Nullable String level,

        @Schema(
                description = "The key's usual one by default",
                enumeration = {"SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512"},
                nullable = true)
        @Nullable String digest,

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

        @Schema(
                description = "For PAdES: whether this signature, the document's first, certifies it (DocMDP)",
                nullable = true)
        @Nullable Boolean certify,

        @Schema(
                description =
                        "With certify: what is allowed afterwards. 2 by default, forms and signatures: an agency's "
                                + "seal and what LT and LTA add come later. 1, nothing, keeps both out, as Acrobat reads it; 3 "
                                + "allows annotations too. Without a reason of your own the signature states this one",
                enumeration = {"1", "2", "3"},
                nullable = true)
        @Nullable Integer certificationPermission,

        @Schema(description = "None: an invisible signature", nullable = true) @Nullable AppearanceBody appearance,

        @Schema(
                description =
                        "true: the signed file stays in the server's care. If a timestamp or revocation data cannot be had "
                                + "now, it is signed at B or T (chờ hoàn thiện) and raised to `level` as soon as they can; at "
                                + "LTA its archive timestamp is renewed before it expires. The header Signature-Record names "
                                + "its record, kept-signatures/{id}",
                nullable = true)
        @Nullable Boolean keep) {

    private static final Certification USUAL = Certification.FORMS_AND_SIGNATURES;
    private static final String USUAL_REASON =
            "Chứng nhận văn bản; cho phép ký, đóng dấu tiếp và bổ sung dữ liệu để kiểm tra lâu dài";

    SignatureForm form() {
        return SignatureForms.of(format, packaging);
    }

    /** A PAdES signature with nothing said. */
    static SignatureParameters none() {
        return new SignatureParameters(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * With the key of that alias.
     *
     * @param documents under the names of their files, which matter where the signature names them
     */
    SignDocumentCommand command(List<SourceDocument> documents, @Nullable Bytes image) {
        return command(documents, image, alias(key));
    }

    /** With a key that is not here, so that no policy of ours says what it is for, and its scheme names the digest. */
    SignDocumentCommand ownKeyCommand(List<SourceDocument> documents, @Nullable Bytes image) {
        refuse("signature.key", key);
        refuse("signature.digest", digest);
        refuse("signature.documentKind", documentKind);
        refuse("signature.keep", keep);
        return command(documents, image, OwnKeys.ALIAS);
    }

    private SignDocumentCommand command(List<SourceDocument> documents, @Nullable Bytes image, KeyAlias alias) {
        SignatureForm form = form();
        refuseIrrelevant(form);
        return new SignDocumentCommand(
                documents,
                alias,
                kind(),
                form,
                Levels.of(level, form.highest().whenMade()),
                digestAlgorithm(),
                details(),
                Optional.ofNullable(appearance).map(body -> body.visible(image)),
                certification(),
                Boolean.TRUE.equals(keep));
    }

    /** What only a PDF can show is an error elsewhere, not something to be dropped in silence. */
    private void refuseIrrelevant(SignatureForm form) {
        if (form != SignatureForm.PADES) {
            refuse("appearance", appearance);
            refuse("certify", certify);
            refuse("signerName", signerName);
            refuse("reason", reason);
            refuse("contactInfo", contactInfo);
        }
        if (form == SignatureForm.CADES_ATTACHED || form == SignatureForm.CADES_DETACHED) {
            refuse("location", location);
        }
    }

    private static void refuse(String name, @Nullable Object given) {
        if (given != null) {
            throw Parameters.invalid(name);
        }
    }

    private Optional<Certification> certification() {
        if (certify == null || !certify) {
            refuse("certificationPermission", certificationPermission);
            return Optional.empty();
        }
        int permission = certificationPermission == null ? USUAL.permission() : certificationPermission;
        return Optional.of(Arrays.stream(Certification.values())
                .filter(known -> known.permission() == permission)
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("certificationPermission")));
    }

    /** What people see in a reader as the reason: a certification says why it allows what it allows. */
    private String reasonShown() {
        boolean certifiesAsUsual = Boolean.TRUE.equals(certify)
                && (certificationPermission == null || certificationPermission == USUAL.permission());
        return reason == null && certifiesAsUsual ? USUAL_REASON : orEmpty(reason);
    }

    private Optional<DigestAlgorithm> digestAlgorithm() {
        if (digest == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(DigestAlgorithm.values())
                .filter(known -> known.jcaName().equals(digest))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("digest")));
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

    private SignatureDetails details() {
        try {
            return new SignatureDetails(orEmpty(signerName), reasonShown(), orEmpty(location), orEmpty(contactInfo));
        } catch (IllegalArgumentException tooLong) {
            throw Parameters.invalid("signerName, reason, location, contactInfo");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
