package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureLevel;

/**
 * What the document's maker asks of the signature in a field. A constraint that is required is met, or the field is not
 * signed: nothing is changed of what the signer asked for. One that is only recommended is the signer's to follow.
 *
 * <p>Source: ISO 32000-2 §12.7.5.5, table 237.
 */
final class SeedValue {
    private static final int FILTER = 1;
    private static final int SUB_FILTER = 1 << 1;
    private static final int VERSION = 1 << 2;
    private static final int REASONS = 1 << 3;
    private static final int LEGAL_ATTESTATION = 1 << 4;
    private static final int ADD_REV_INFO = 1 << 5;
    private static final int DIGEST_METHOD = 1 << 6;
    private static final int LOCK_DOCUMENT = 1 << 7;
    private static final int APPEARANCE_FILTER = 1 << 8;
    private static final int KNOWN = (1 << 9) - 1;
    /** Every entry of ISO 32000-2 is looked at. */
    private static final int OUR_VERSION = 3;

    private final SeedDictionary seed;

    private SeedValue(SeedDictionary seed) {
        this.seed = seed;
    }

    /** The first constraint of the field that the signature would not meet; its detail is the name of the entry. */
    static Optional<Refused> refusal(PdfDocument document, PdfValue.Dict field, SignRequest request)
            throws IOException, PdfFault {
        Optional<SeedValue> value = of(document, field);
        return value.isEmpty() ? Optional.empty() : refused(value.get().unmetBy(request));
    }

    /** The same of those that no signature of this signer meets, whatever is asked for. */
    static Optional<Refused> refusal(PdfDocument document, PdfValue.Dict field) throws IOException, PdfFault {
        Optional<SeedValue> value = of(document, field);
        return value.isEmpty()
                ? Optional.empty()
                : refused(value.get().unmetByAny().stream().findFirst());
    }

    private static Optional<SeedValue> of(PdfDocument document, PdfValue.Dict field) throws IOException, PdfFault {
        return switch (document.resolve(field.get("SV"))) {
            case PdfValue.Null none -> Optional.empty();
            case PdfValue.Dict dict -> Optional.of(new SeedValue(new SeedDictionary(document, dict)));
            default -> throw new PdfFault(PdfFault.Kind.MALFORMED, "a seed value that is no dictionary");
        };
    }

    private static Optional<Refused> refused(Optional<String> unmet) {
        return unmet.map(entry -> new Refused(SignRefusal.FIELD_CONSTRAINT_UNMET, entry));
    }

    private List<String> unmetByAny() throws IOException, PdfFault {
        List<String> unmet = new ArrayList<>();
        note(unmet, "Ff", (seed.flags() & ~KNOWN) != 0);
        note(unmet, "Filter", seed.requires(FILTER, "Filter") && !seed.is("Filter", "Adobe.PPKLite"));
        note(
                unmet,
                "SubFilter",
                seed.requires(SUB_FILTER, "SubFilter")
                        && !seed.names("SubFilter").contains("ETSI.CAdES.detached"));
        note(unmet, "V", seed.requires(VERSION, "V") && seed.number("V") > OUR_VERSION);
        // The signer attests nothing here, and puts revocation data where ETSI EN 319 142-1 does.
        note(unmet, "LegalAttestation", seed.requires(LEGAL_ATTESTATION, "LegalAttestation"));
        note(unmet, "AddRevInfo", seed.requires(ADD_REV_INFO, "AddRevInfo") && seed.isTrue("AddRevInfo"));
        note(unmet, "LockDocument", seed.requires(LOCK_DOCUMENT, "LockDocument") && isLockAsked());
        note(unmet, "AppearanceFilter", seed.requires(APPEARANCE_FILTER, "AppearanceFilter"));
        return unmet;
    }

    private Optional<String> unmetBy(SignRequest request) throws IOException, PdfFault {
        List<String> unmet = unmetByAny();
        note(unmet, "DigestMethod", seed.requires(DIGEST_METHOD, "DigestMethod") && !isDigestAllowed(request));
        note(unmet, "Reasons", (seed.flags() & REASONS) != 0 && !isReasonAllowed(request));
        note(unmet, "MDP", !isKindAllowed(request));
        note(unmet, "TimeStamp", isTimestampMissing(request));
        if (unmet.isEmpty() && seed.has("Cert")) {
            return CertificateSeed.unmet(seed.inner("Cert"), request.key()).map(entry -> "Cert." + entry);
        }
        return unmet.stream().findFirst();
    }

    private static void note(List<String> unmet, String entry, boolean isUnmet) {
        if (isUnmet) {
            unmet.add(entry);
        }
    }

    private boolean isDigestAllowed(SignRequest request) throws IOException, PdfFault {
        DigestAlgorithm digest = request.key().scheme().digest();
        return seed.texts("DigestMethod").stream()
                .anyMatch(name ->
                        name.replace("-", "").equalsIgnoreCase(digest.name().replace("_", "")));
    }

    /** No list, an empty one, or one of a period alone: no reason is given at all. */
    private boolean isReasonAllowed(SignRequest request) throws IOException, PdfFault {
        List<String> reasons = seed.texts("Reasons");
        String given = request.details().reason();
        return reasons.isEmpty() || reasons.equals(List.of(".")) ? given.isEmpty() : reasons.contains(given);
    }

    /** Zero: a signature that certifies nothing; else one that certifies with that permission. No flag makes it optional. */
    private boolean isKindAllowed(SignRequest request) throws IOException, PdfFault {
        if (!seed.has("MDP") || !seed.inner("MDP").has("P")) {
            return true;
        }
        return seed.inner("MDP").number("P")
                == request.certification().map(Certification::permission).orElse(0);
    }

    /** A value that is none of the three is not known to ask for nothing. */
    private boolean isLockAsked() throws IOException, PdfFault {
        return !List.of("false", "auto").contains(seed.name("LockDocument"));
    }

    private boolean isTimestampMissing(SignRequest request) throws IOException, PdfFault {
        return seed.has("TimeStamp")
                && (seed.inner("TimeStamp").flags() & 1) != 0
                && request.level() == SignatureLevel.BASELINE_B;
    }
}
