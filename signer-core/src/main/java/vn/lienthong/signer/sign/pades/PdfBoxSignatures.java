package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.SignatureTraces;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;

/** The earlier signatures of a document as PDFBox reads it: for what the strict reader does not read. */
final class PdfBoxSignatures {
    private static final int NO_CHANGES = 1;
    private static final int DEFAULT_DOC_MDP = 2;

    private PdfBoxSignatures() {}

    static Optional<Refused> refusal(PDDocument document, Path file) throws IOException {
        if (docMdp(document) == NO_CHANGES) {
            return Optional.of(
                    EarlierSignatures.changesForbidden("the document is certified and allows no change (DocMDP P=1)"));
        }
        if (PdfBoxLocks.lockSigning(document)) {
            return Optional.of(EarlierSignatures.changesForbidden("an earlier signature locks the document's fields"));
        }
        List<EarlierSignature> signatures = new ArrayList<>();
        for (PDSignature signature : document.getSignatureDictionaries()) {
            signatures.add(of(signature));
        }
        try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "r")) {
            Optional<Refused> refused = EarlierSignatures.refusal(signatures, octets);
            if (refused.isPresent()) {
                return refused;
            }
        }
        Set<Long> hidden = traces(file);
        signatures.forEach(s -> CoveredRange.of(s).ifPresent(range -> hidden.remove(range.gapStart())));
        return hidden.isEmpty() || hidden.size() == TracesInStreams.count(document.getDocument())
                ? Optional.empty()
                : Optional.of(EarlierSignatures.hidden());
    }

    private static EarlierSignature of(PDSignature signature) {
        int[] range = signature.getByteRange();
        return new EarlierSignature(
                Optional.ofNullable(signature.getSubFilter()),
                signature.getCOSObject().containsKey(COSName.CONTENTS)
                        ? Optional.of(Bytes.of(signature.getContents()))
                        : Optional.empty(),
                range == null
                        ? List.of()
                        : Arrays.stream(range).asLongStream().boxed().toList());
    }

    private static Set<Long> traces(Path file) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            return SignatureTraces.in(octets);
        }
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
}
