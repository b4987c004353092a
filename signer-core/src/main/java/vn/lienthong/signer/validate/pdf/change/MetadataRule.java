package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** XMP that differs in nothing but when and by what program the document was last written. Source: ISO 32000-2 §14.3.2. */
final class MetadataRule implements Rule {
    static final Rule METADATA = new MetadataRule();

    private static final String NAMES =
            "(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID|pdf:Producer|x:xmptk|xap:ModifyDate|xap:MetadataDate|xapMM:InstanceID)";
    private static final Pattern OF_WRITING = Pattern.compile(
            "<" + NAMES + ">[^<]{0,200}</\\1>|" + NAMES + "\\s{0,9}=\\s{0,9}(\"[^\"]{0,200}\"|'[^']{0,200}')");
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final int LONGEST = 1 << 20;

    private MetadataRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        PdfValue then = step.before(before);
        PdfValue now = step.after(after);
        boolean isTouched = after instanceof PdfValue.Ref ref && (step.isChanged(ref) || !before.equals(after));
        if (!isTouched
                || !step.permissions().allowsFilling()
                || !(then instanceof PdfValue.Stream old)
                || !(now instanceof PdfValue.Stream stream)
                || !stream.dict().is("Type", "Metadata")
                || !stream.dict().is("Subtype", "XML")) {
            step.judge(Fixed.FIXED, place, before, after);
            return;
        }
        if (!text(step.earlierDocument().decoded(old))
                .equals(text(step.laterDocument().decoded(stream)))) {
            step.refuse(place);
        }
    }

    private static String text(byte[] xmp) throws PdfFault {
        if (xmp.length > LONGEST) {
            throw new PdfFault(PdfFault.Kind.TOO_COMPLEX, "metadata of more than " + LONGEST + " octets");
        }
        String text =
                OF_WRITING.matcher(new String(xmp, StandardCharsets.UTF_8)).replaceAll("");
        return WHITE.matcher(text).replaceAll("");
    }
}
