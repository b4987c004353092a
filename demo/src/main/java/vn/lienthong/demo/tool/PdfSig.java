package vn.lienthong.demo.tool;

import java.nio.file.Path;
import java.util.List;

/**
 * What Poppler's pdfsig says of a signed PDF.
 *
 * @param lines those that bear on signers and validity, word for word
 * @param valid how many signatures it calls valid
 * @param wholeFile whether the last signature covers the whole file
 */
public record PdfSig(List<String> lines, int valid, boolean wholeFile) {
    public PdfSig {
        lines = List.copyOf(lines);
    }

    public static PdfSig of(Path pdf) {
        List<String> said =
                Tool.run(List.of("pdfsig", "-nocert", pdf.toString())).lines();
        int valid = (int) said.stream()
                .filter(l -> l.contains("Signature Validation: Signature is Valid."))
                .count();
        String last = said.stream().filter(l -> l.contains("document signed")).reduce("", (earlier, later) -> later);
        List<String> telling = said.stream()
                .map(String::strip)
                .filter(l -> l.matches("(Signature #|- (Signer Certificate Common Name|Signing Time|Signature Type|"
                        + "Total document|Not total document|Signature Validation)).*"))
                .toList();
        return new PdfSig(telling, valid, last.contains("Total document signed"));
    }
}
