package vn.lienthong.exchange.boundary.csc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.DigestSigner;

/**
 * Which signature is wanted. Where the envelope is not named it is the default of the specification.
 *
 * @param format one of C, X, P, J
 * @param envelope as the request spells it, or empty
 * @param details what the signature says of itself
 */
record WantedForm(String format, Optional<String> envelope, SignatureLevel level, SignatureDetails details) {
    /** As info lists them. */
    static final List<String> FORMATS = List.of("C", "X", "P", "J");

    /** In the order of {@link #FORMATS}. */
    static final List<List<String>> ENVELOPES = List.of(
            List.of("Attached", "Detached"),
            List.of("Enveloped", "Enveloping", "Detached"),
            List.of("Certification", "Revision"),
            List.of("Attached", "Detached"));

    static final List<String> LEVELS = List.of("Ades-B-B", "Ades-B-T", "Ades-B-LT", "Ades-B-LTA");

    /** "Ades" and "AdES", with "-B-" and without: the specification and its clients spell them all these ways. */
    private static final Pattern LEVEL = Pattern.compile("(?i)ades(?:-b)?-(b|t|lt|lta)");

    /** @throws CscRefusal in the words of the specification */
    static WantedForm of(CscBody body) {
        String format = body.text("signature_format");
        if (!FORMATS.contains(format)) {
            throw invalid("signature_format");
        }
        Optional<String> envelope = body.optionalText("signed_envelope_property");
        if (envelope.filter(name -> !ENVELOPES.get(FORMATS.indexOf(format)).contains(name))
                .isPresent()) {
            throw invalid("signed_envelope_property");
        }
        return new WantedForm(
                format,
                envelope,
                level(body.optionalText("conformance_level").orElse(LEVELS.getFirst())),
                SignedProperties.of(format, body));
    }

    private static SignatureLevel level(String text) {
        Matcher matcher = LEVEL.matcher(text);
        if (!matcher.matches()) {
            throw invalid("conformance_level");
        }
        return SignatureLevel.valueOf("BASELINE_" + matcher.group(1).toUpperCase(Locale.ROOT));
    }

    SignatureForm formOfDocument() {
        return switch (format) {
            case "P" -> SignatureForm.PADES;
            case "C" -> is("Detached") ? SignatureForm.CADES_DETACHED : SignatureForm.CADES_ATTACHED;
            case "J" -> is("Detached") ? SignatureForm.JADES_DETACHED : SignatureForm.JADES_FLATTENED;
            default ->
                is("Detached")
                        ? SignatureForm.XADES_DETACHED
                        : is("Enveloping") ? SignatureForm.XADES_ENVELOPING : SignatureForm.XADES_ENVELOPED;
        };
    }

    /** A PDF is certified unless a revision is asked for: that is the specification's default. */
    Optional<Certification> certification() {
        return format.equals("P") && !is("Revision")
                ? Optional.of(Certification.FORMS_AND_SIGNATURES)
                : Optional.empty();
    }

    /** XAdES and JAdES name and transform documents, so a bare digest says too little for them. */
    DigestSigner.Content contentOfDigest() {
        return switch (format) {
            case "P" -> DigestSigner.Content.PDF_BYTE_RANGE;
            case "C" -> {
                if (is("Attached")) {
                    throw invalid("signed_envelope_property");
                }
                yield DigestSigner.Content.ANY;
            }
            default -> throw invalid("signature_format");
        };
    }

    /**
     * What LT and LTA add to a PDF is put where the PDF is: at LT the application does that, with the validation
     * information of the answer.
     */
    SignatureLevel levelOfDigest(boolean withMaterial) {
        if (!format.equals("P") || level == level.whenMade()) {
            return level;
        }
        if (level != SignatureLevel.BASELINE_LT || !withMaterial) {
            throw invalid("conformance_level");
        }
        return level.whenMade();
    }

    private boolean is(String name) {
        return envelope.equals(Optional.of(name));
    }

    private static CscRefusal invalid(String parameter) {
        return CscRefusal.invalidRequest("Invalid parameter " + parameter);
    }
}
