package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.pdf.Revision;

/** Takes what PDFBox made into a revision. What it made has no circles. Not thread-safe. */
final class CosImport {
    private final Revision revision;
    private final Map<COSBase, PdfValue.Ref> taken = new IdentityHashMap<>();

    CosImport(Revision revision) {
        this.revision = revision;
    }

    /** The object of the revision that this stream is now. */
    PdfValue.Ref stream(COSStream stream) throws IOException {
        PdfValue.@Nullable Ref known = taken.get(stream);
        if (known != null) {
            return known;
        }
        PdfValue.Ref ref = revision.reserve();
        taken.put(stream, ref);
        PdfValue.Dict dict = dict(stream);
        try (InputStream raw = stream.createRawInputStream()) {
            revision.put(ref, dict, raw.readAllBytes());
        }
        return ref;
    }

    private PdfValue value(@Nullable COSBase value) throws IOException {
        return switch (value) {
            case COSObject object -> value(object.getObject());
            case COSStream stream -> stream(stream);
            case COSDictionary dict when isObjectOfItsOwn(dict) -> indirect(dict);
            case COSDictionary dict -> dict(dict);
            case COSArray array -> array(array);
            case COSName name -> new PdfValue.Name(name.getName());
            case COSString text -> new PdfValue.Text(Bytes.of(text.getBytes()));
            case COSInteger number -> new PdfValue.Int(number.longValue());
            case COSFloat number -> new PdfValue.Real(decimal(number.floatValue()));
            case COSBoolean bool -> new PdfValue.Bool(bool.getValue());
            case null, default -> PdfValue.NULL;
        };
    }

    /** ISO 32000-2 §9.7.6.1, §9.8.1: descendant fonts and descriptors are referred to. */
    private static boolean isObjectOfItsOwn(COSDictionary dict) {
        return COSName.FONT.equals(dict.getCOSName(COSName.TYPE))
                || COSName.FONT_DESC.equals(dict.getCOSName(COSName.TYPE));
    }

    private PdfValue.Ref indirect(COSDictionary dict) throws IOException {
        PdfValue.@Nullable Ref known = taken.get(dict);
        if (known != null) {
            return known;
        }
        PdfValue.Ref ref = revision.reserve();
        taken.put(dict, ref);
        revision.put(ref, dict(dict));
        return ref;
    }

    private PdfValue.Dict dict(COSDictionary dict) throws IOException {
        Map<String, PdfValue> entries = new LinkedHashMap<>();
        for (Map.Entry<COSName, COSBase> entry : dict.entrySet()) {
            entries.put(entry.getKey().getName(), value(entry.getValue()));
        }
        return new PdfValue.Dict(entries);
    }

    private PdfValue.Array array(COSArray array) throws IOException {
        List<PdfValue> items = new ArrayList<>();
        for (COSBase item : array) {
            items.add(value(item));
        }
        return new PdfValue.Array(items);
    }

    static String decimal(float value) {
        String plain = new BigDecimal(String.valueOf(value)).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
}
