package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * A font that every reader has, so that a document cannot draw its letters: an ASCII code shows that very character. Source:
 * ISO 32000-2 §9.6.2.2, Annex D.
 */
final class StandardFont {
    private static final Pattern NAME =
            Pattern.compile("(Helvetica|Courier)(-Bold)?(-?Oblique)?|Times-(Roman|Bold|Italic|BoldItalic)|Arial(MT)?");
    private static final Set<String> ENCODINGS =
            Set.of("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "PDFDocEncoding");
    private static final Set<String> KEYS =
            Set.of("Type", "Subtype", "BaseFont", "Name", "Encoding", "FirstChar", "LastChar", "Widths");

    private StandardFont() {}

    static boolean isOne(PdfDocument document, PdfValue font) throws IOException, PdfFault {
        return font instanceof PdfValue.Dict dict
                && KEYS.containsAll(dict.entries().keySet())
                && dict.is("Subtype", "Type1")
                && dict.get("BaseFont") instanceof PdfValue.Name(String name)
                && NAME.matcher(name).matches()
                && Values.isNull(dict.get("Widths"))
                && isPlain(document, document.resolve(dict.get("Encoding")));
    }

    private static boolean isPlain(PdfDocument document, PdfValue encoding) throws IOException, PdfFault {
        return switch (encoding) {
            case PdfValue.Null none -> true;
            case PdfValue.Name(String name) -> ENCODINGS.contains(name);
            case PdfValue.Dict dict -> leavesAscii(Structure.items(document, dict.get("Differences")));
            default -> false;
        };
    }

    /** Acrobat's forms name the characters beyond ASCII, the apostrophe and the grave accent. */
    private static boolean leavesAscii(List<PdfValue> differences) {
        long code = -1;
        for (PdfValue item : differences) {
            if (item instanceof PdfValue.Int(long next)) {
                code = next;
            } else if (item instanceof PdfValue.Name(String name)) {
                boolean isAscii = code >= ' ' && code < 0x7f;
                boolean isSame = code == '\'' && name.equals("quotesingle")
                        || code == '`' && name.equals("grave")
                        || code == ' ' && name.equals("space");
                if (code < 0 || isAscii && !isSame) {
                    return false;
                }
                code++;
            } else {
                return false;
            }
        }
        return true;
    }
}
