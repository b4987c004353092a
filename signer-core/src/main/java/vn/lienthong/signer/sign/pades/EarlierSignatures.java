package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;

/**
 * Whether the signatures that a document has already are whole: nobody signs on top of a signature that is broken, for
 * the new one would seem to vouch for it. Whom the earlier ones belong to is a matter of validation, not looked at here.
 *
 * <p>Source: ISO 32000-1 §12.8.1; ETSI EN 319 142-1 §5.1.
 */
final class EarlierSignatures {
    private static final int NO_CHANGES = 1;
    private static final int DEFAULT_DOC_MDP = 2;
    private static final int TAIL = 32;

    private EarlierSignatures() {}

    static Optional<Refused> refusal(PDDocument document, Path file) throws IOException {
        if (docMdp(document) == NO_CHANGES) {
            return refused(
                    SignRefusal.DOCUMENT_CHANGES_FORBIDDEN,
                    "the document is certified and allows no change (DocMDP P=1)");
        }
        try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "r")) {
            Set<Long> hidden = traces(file);
            for (PDSignature signature : document.getSignatureDictionaries()) {
                Optional<Refused> refused = refusal(signature, octets);
                if (refused.isPresent()) {
                    return refused;
                }
                CoveredRange.of(signature).ifPresent(range -> hidden.remove(range.gapStart()));
            }
            return hidden.isEmpty() || hidden.size() == SignatureTraces.inStreams(document.getDocument())
                    ? Optional.empty()
                    : refused(
                            SignRefusal.EXISTING_SIGNATURE_BROKEN,
                            "the document holds a signature that none of its fields shows");
        }
    }

    private static Set<Long> traces(Path file) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            return SignatureTraces.in(octets);
        }
    }

    private static Optional<Refused> refusal(PDSignature signature, RandomAccessFile octets) throws IOException {
        Optional<CoveredRange> range = CoveredRange.of(signature);
        if (range.isEmpty()
                || !signature.getCOSObject().containsKey(COSName.CONTENTS)
                || range.get().end() > octets.length()
                || !range.get().leavesOutOnly(signature.getContents(), octets)
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

    /** ISO 32000-1 §12.8.2.2: the permission P of the certifying signature; 2 where it is not said, 0 for none. */
    private static int docMdp(PDDocument document) {
        COSDictionary perms = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PERMS);
        COSDictionary certifying = perms == null ? null : perms.getCOSDictionary(COSName.DOCMDP);
        var references = certifying == null ? null : certifying.getCOSArray(COSName.getPDFName("Reference"));
        if (references == null) {
            return 0;
        }
        for (int i = 0; i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference
                    && COSName.DOCMDP.equals(reference.getCOSName(COSName.getPDFName("TransformMethod")))) {
                COSDictionary parameters = reference.getCOSDictionary(COSName.getPDFName("TransformParams"));
                return parameters == null ? DEFAULT_DOC_MDP : parameters.getInt(COSName.P, DEFAULT_DOC_MDP);
            }
        }
        return 0;
    }

    private static Optional<Refused> refused(SignRefusal reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }
}
