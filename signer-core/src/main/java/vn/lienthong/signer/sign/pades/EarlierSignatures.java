package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;

/**
 * Whether the signatures that a document has already are whole: nobody signs on top of a signature that is broken, for
 * the new one would seem to vouch for it. Whom the earlier ones belong to is a matter of validation, not looked at here.
 *
 * <p>Source: ISO 32000-1 §12.8.1; ETSI EN 319 142-1 §5.1.
 */
final class EarlierSignatures {
    private static final int TAIL = 32;

    private EarlierSignatures() {}

    /** The first signature of the file that is not whole, if any. */
    static Optional<Refused> refusal(List<EarlierSignature> signatures, RandomAccessFile octets) throws IOException {
        for (EarlierSignature signature : signatures) {
            Optional<Refused> refused = refusal(signature, octets);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /** What nobody signs on top of: see {@link vn.lienthong.signer.pdf.SignatureTraces}. */
    static Refused hidden() {
        return new Refused(
                SignRefusal.EXISTING_SIGNATURE_BROKEN, "the document holds a signature that none of its fields shows");
    }

    static Refused changesForbidden(String detail) {
        return new Refused(SignRefusal.DOCUMENT_CHANGES_FORBIDDEN, detail);
    }

    private static Optional<Refused> refusal(EarlierSignature signature, RandomAccessFile octets) throws IOException {
        Optional<CoveredRange> range = CoveredRange.of(signature);
        if (range.isEmpty()
                || signature.contents().isEmpty()
                || range.get().end() > octets.length()
                || !range.get().leavesOutOnly(signature.contents().get().toArray(), octets)
                || !endsRevision(range.get(), octets)) {
            return refused(
                    SignRefusal.EXISTING_SIGNATURE_BYTE_RANGE, "an earlier signature does not cover a whole revision");
        }
        return EmbeddedCms.fits(signature, range.get(), octets)
                ? Optional.empty()
                : refused(SignRefusal.EXISTING_SIGNATURE_BROKEN, "an earlier signature does not fit the document");
    }

    /** What a signature covers ends where a revision ends, not somewhere inside one. */
    private static boolean endsRevision(CoveredRange range, RandomAccessFile octets) throws IOException {
        byte[] tail = new byte[(int) Math.min(TAIL, range.end())];
        octets.seek(range.end() - tail.length);
        octets.readFully(tail);
        return new String(tail, StandardCharsets.ISO_8859_1).stripTrailing().endsWith("%%EOF");
    }

    private static Optional<Refused> refused(SignRefusal reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }

    static Refused certifiesTooLate() {
        return new Refused(
                SignRefusal.DOCUMENT_ALREADY_SIGNED, "only a document's first signature can certify it (DocMDP)");
    }
}
