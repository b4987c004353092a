package vn.lienthong.signer.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** What may be done to a signed document by an incremental update, and must not pass. */
final class PdfAttacks {
    private static final COSName DSS = COSName.getPDFName("DSS");

    private PdfAttacks() {}

    static Map<String, PdfLab.Edit> all() {
        Map<String, PdfLab.Edit> all = new LinkedHashMap<>();
        all.put(
                "signature-picture-rewritten",
                d -> List.of(setPicture(signature(d).getCOSObject())));
        all.put("signature-field-moved", d -> {
            signature(d)
                    .getWidgets()
                    .get(0)
                    .setRectangle(new org.apache.pdfbox.pdmodel.common.PDRectangle(0, 0, 500, 700));
            return List.of(signature(d).getCOSObject());
        });
        all.put("page-content-replaced", d -> replaceContent(d, 0));
        all.put("page-content-in-place", d -> rewriteContent(d, 0));
        all.put("page-13-content-replaced", d -> replaceContent(d, 12));
        all.put("page-13-content-in-place", d -> rewriteContent(d, 12));
        all.put("font-replaced", d -> {
            COSDictionary fonts = resources(d, 0).getCOSDictionary(COSName.FONT);
            COSDictionary font =
                    fonts.getCOSDictionary(fonts.keySet().iterator().next());
            font.setItem(COSName.BASE_FONT, COSName.getPDFName("ZapfDingbats"));
            return List.of(font);
        });
        all.put("resources-replaced", d -> {
            d.getPage(3).getCOSObject().setItem(COSName.RESOURCES, new COSDictionary());
            return List.of(d.getPage(3).getCOSObject());
        });
        all.put("page-box-changed", d -> {
            d.getPage(2).setCropBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(0, 0, 100, 100));
            return List.of(d.getPage(2).getCOSObject());
        });
        all.put("page-rotated", d -> {
            d.getPage(2).setRotation(180);
            return List.of(d.getPage(2).getCOSObject());
        });
        all.put("page-added", d -> {
            d.addPage(new PDPage());
            return List.of(d.getPages().getCOSObject(), d.getPage(13).getCOSObject());
        });
        all.put("page-removed", d -> {
            d.removePage(12);
            return List.of(d.getPages().getCOSObject());
        });
        all.put("pages-swapped", d -> {
            COSArray kids = d.getPages().getCOSObject().getCOSArray(COSName.KIDS);
            var first = kids.get(0);
            kids.set(0, kids.get(1));
            kids.set(1, first);
            return List.of(d.getPages().getCOSObject());
        });
        all.put("annotation-added", d -> {
            d.getPage(0).getAnnotations().add(stamp());
            return List.of(d.getPage(0).getCOSObject());
        });
        all.put("annotation-over-page-13", d -> {
            d.getPage(12).getAnnotations().add(stamp());
            return List.of(d.getPage(12).getCOSObject());
        });
        all.put("annotation-removed", d -> {
            d.getPage(0).getAnnotations().remove(0);
            return List.of(d.getPage(0).getCOSObject());
        });
        all.put("link-redirected", d -> {
            COSDictionary link = d.getPage(0).getAnnotations().get(0).getCOSObject();
            link.removeItem(COSName.DEST);
            link.setItem(COSName.A, action());
            return List.of(link);
        });
        all.put("open-action", d -> catalog(d, "OpenAction", action()));
        all.put("additional-actions", d -> {
            COSDictionary actions = new COSDictionary();
            actions.setItem(COSName.getPDFName("WP"), action());
            return catalog(d, "AA", actions);
        });
        all.put("script-under-names", d -> {
            COSDictionary names = new COSDictionary();
            COSDictionary scripts = new COSDictionary();
            COSArray list = new COSArray();
            list.add(new COSString("a"));
            list.add(action());
            scripts.setItem(COSName.NAMES, list);
            names.setItem(COSName.getPDFName("JavaScript"), scripts);
            return catalog(d, "Names", names);
        });
        all.put("optional-content-added", d -> catalog(d, "OCProperties", new COSDictionary()));
        all.put("dss-under-page", d -> {
            COSDictionary store = new COSDictionary();
            store.setItem(COSName.CONTENTS, picture(d));
            d.getPage(0).getCOSObject().setItem(DSS, store);
            return List.of(d.getPage(0).getCOSObject(), store);
        });
        all.put("dss-with-a-script", d -> {
            COSDictionary store = new COSDictionary();
            store.setItem(COSName.getPDFName("JavaScript"), action());
            return catalog(d, "DSS", store);
        });
        all.put("dss-with-a-page", d -> {
            COSDictionary store = new COSDictionary();
            COSArray certificates = new COSArray();
            certificates.add(d.getPage(0).getCOSObject());
            store.setItem(COSName.getPDFName("Certs"), certificates);
            d.getPage(0).setRotation(90);
            List<COSDictionary> changed = catalog(d, "DSS", store);
            return List.of(changed.get(0), d.getPage(0).getCOSObject());
        });
        all.put("outline-changed", d -> {
            COSDictionary item =
                    d.getDocumentCatalog().getDocumentOutline().getFirstChild().getCOSObject();
            item.setString(COSName.TITLE, "khac");
            return List.of(item);
        });
        all.put("title-changed", d -> {
            d.getDocumentInformation().setTitle("khac");
            return List.of(d.getDocumentInformation().getCOSObject());
        });
        all.put("field-removed", d -> {
            d.getDocumentCatalog().getAcroForm().getFields().remove(0);
            return List.of(d.getDocumentCatalog().getAcroForm().getCOSObject());
        });
        all.put("field-added", d -> {
            COSDictionary field = new COSDictionary();
            field.setItem(COSName.FT, COSName.TX);
            field.setString(COSName.T, "moi");
            d.getDocumentCatalog()
                    .getAcroForm()
                    .getCOSObject()
                    .getCOSArray(COSName.FIELDS)
                    .add(field);
            return List.of(d.getDocumentCatalog().getAcroForm().getCOSObject(), field);
        });
        all.put("empty-signature-field-with-a-picture", d -> {
            COSDictionary field = widget(d);
            d.getDocumentCatalog()
                    .getAcroForm()
                    .getCOSObject()
                    .getCOSArray(COSName.FIELDS)
                    .add(field);
            d.getPage(0).getCOSObject().getCOSArray(COSName.ANNOTS).add(field);
            return List.of(
                    d.getDocumentCatalog().getAcroForm().getCOSObject(),
                    d.getPage(0).getCOSObject(),
                    field);
        });
        all.put("signature-field-that-shares-a-signature", d -> {
            COSDictionary field = widget(d);
            field.setItem(COSName.V, signature(d).getCOSObject().getItem(COSName.V));
            d.getDocumentCatalog()
                    .getAcroForm()
                    .getCOSObject()
                    .getCOSArray(COSName.FIELDS)
                    .add(field);
            d.getPage(0).getCOSObject().getCOSArray(COSName.ANNOTS).add(field);
            return List.of(
                    d.getDocumentCatalog().getAcroForm().getCOSObject(),
                    d.getPage(0).getCOSObject(),
                    field);
        });
        all.put("value-with-another-picture", d -> {
            PDField field = d.getDocumentCatalog().getAcroForm().getField("soTien");
            COSDictionary dictionary = field.getCOSObject();
            dictionary.setString(COSName.V, "1000");
            COSDictionary changed = setPicture(dictionary);
            return List.of(changed);
        });
        all.put("field-picture-in-place", d -> {
            COSDictionary field =
                    d.getDocumentCatalog().getAcroForm().getField("soTien").getCOSObject();
            COSStream picture = field.getCOSDictionary(COSName.AP).getCOSStream(COSName.N);
            write(picture, "BT /Helv 12 Tf 10 5 Td (9999999) Tj ET");
            return List.of(picture);
        });
        all.put("value-without-its-picture", d -> {
            COSDictionary field =
                    d.getDocumentCatalog().getAcroForm().getField("ghiChu").getCOSObject();
            field.setString(COSName.V, "khong hien");
            return List.of(field);
        });
        all.put("value-filled-over", d -> {
            PDField field = d.getDocumentCatalog().getAcroForm().getField("soTien");
            field.setValue("9000");
            COSDictionary dictionary = field.getCOSObject();
            return List.of(dictionary, dictionary.getCOSDictionary(COSName.AP).getCOSStream(COSName.N));
        });
        all.put("picture-with-one-digit-more", d -> {
            PDField field = d.getDocumentCatalog().getAcroForm().getField("ghiChu");
            field.setValue("100");
            COSDictionary dictionary = field.getCOSObject();
            COSStream picture = dictionary.getCOSDictionary(COSName.AP).getCOSStream(COSName.N);
            write(picture, "/Tx BMC q BT /Helv 12 Tf 0 g 2 5 Td (1000) Tj ET Q EMC");
            return List.of(dictionary, picture);
        });
        all.put("picture-with-drawn-digits", d -> {
            PDField field = d.getDocumentCatalog().getAcroForm().getField("ghiChu");
            field.setValue("100");
            COSDictionary dictionary = field.getCOSObject();
            COSStream picture = dictionary.getCOSDictionary(COSName.AP).getCOSStream(COSName.N);
            write(picture, "BT /Helv 12 Tf 0 g 2 5 Td (100) Tj ET 40 2 m 50 2 l 50 12 l h f");
            return List.of(dictionary, picture);
        });
        all.put("field-hidden", d -> {
            COSDictionary field =
                    d.getDocumentCatalog().getAcroForm().getField("soTien").getCOSObject();
            field.setInt(COSName.F, 2);
            return List.of(field);
        });
        all.put("field-with-a-script", d -> {
            COSDictionary field =
                    d.getDocumentCatalog().getAcroForm().getField("ghiChu").getCOSObject();
            field.setItem(COSName.A, action());
            return List.of(field);
        });
        all.put("need-appearances", d -> {
            // without what PDFBox mends in a form that it is asked for
            COSDictionary form = d.getDocumentCatalog().getAcroForm(null).getCOSObject();
            form.setBoolean(COSName.getPDFName("NeedAppearances"), true);
            return List.of(form);
        });
        all.put("hidden-object-added", d -> {
            COSDictionary hidden = new COSDictionary();
            hidden.setItem(COSName.TYPE, COSName.PAGE);
            hidden.setItem(COSName.CONTENTS, picture(d));
            return List.of(hidden);
        });
        all.put("signature-dictionary-changed", d -> {
            PDSignature signature = signature(d).getSignature();
            signature.setReason("ly do khac");
            return List.of(signature.getCOSObject());
        });
        forged(all, "without-byte-range", v -> v.removeItem(COSName.BYTERANGE));
        forged(all, "byte-range-null", v -> v.setItem(COSName.BYTERANGE, org.apache.pdfbox.cos.COSNull.NULL));
        forged(all, "byte-range-empty", v -> v.setItem(COSName.BYTERANGE, new COSArray()));
        forged(all, "byte-range-negative", v -> range(v, 0, -1, 10, 20));
        forged(all, "byte-range-zero", v -> range(v, 0, 0, 0, 0));
        forged(all, "byte-range-of-three", v -> range(v, 0, 100, 200));
        forged(all, "byte-range-endless", v -> range(v, 0, 100, 200, Integer.MAX_VALUE));
        forged(all, "byte-range-from-within", v -> range(v, 50, 100, 200, 300));
        forged(all, "contents-missing", v -> v.removeItem(COSName.CONTENTS));
        forged(all, "contents-null", v -> v.setItem(COSName.CONTENTS, org.apache.pdfbox.cos.COSNull.NULL));
        forged(all, "contents-empty", v -> v.setItem(COSName.CONTENTS, new COSString(new byte[0])));
        forged(all, "contents-zero", v -> v.setItem(COSName.CONTENTS, new COSString(new byte[100])));
        all.put("signature-wrapped-in-a-second-dictionary", d -> {
            COSDictionary first = signature(d).getCOSObject();
            COSDictionary copy = new COSDictionary(first.getCOSDictionary(COSName.V));
            first.setItem(COSName.V, copy);
            return List.of(first, copy);
        });
        return all;
    }

    /** A further field that shows a signature which is none. */
    private static void forged(
            Map<String, PdfLab.Edit> all, String name, java.util.function.Consumer<COSDictionary> how) {
        all.put("forged-" + name, d -> {
            COSDictionary value = new COSDictionary(signature(d).getCOSObject().getCOSDictionary(COSName.V));
            how.accept(value);
            COSDictionary field = widget(d);
            field.setItem(COSName.V, value);
            COSDictionary form = d.getDocumentCatalog().getAcroForm(null).getCOSObject();
            form.getCOSArray(COSName.FIELDS).add(field);
            d.getPage(0).getCOSObject().getCOSArray(COSName.ANNOTS).add(field);
            return List.of(form, d.getPage(0).getCOSObject(), field, value);
        });
    }

    private static void range(COSDictionary signature, int... numbers) {
        COSArray range = new COSArray();
        for (int number : numbers) {
            range.add(org.apache.pdfbox.cos.COSInteger.get(number));
        }
        signature.setItem(COSName.BYTERANGE, range);
    }

    static PDSignatureField signature(PDDocument document) {
        return document.getSignatureFields().get(0);
    }

    private static COSDictionary widget(PDDocument document) {
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.TYPE, COSName.ANNOT);
        field.setItem(COSName.SUBTYPE, COSName.WIDGET);
        field.setItem(COSName.FT, COSName.SIG);
        field.setString(COSName.T, "Signature9");
        field.setItem(COSName.RECT, new org.apache.pdfbox.pdmodel.common.PDRectangle(72, 690, 200, 30));
        field.setItem(COSName.P, document.getPage(0));
        return setPicture(field);
    }

    static COSDictionary pictured(String subtype, org.apache.pdfbox.pdmodel.common.PDRectangle where) {
        COSDictionary annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setItem(COSName.SUBTYPE, COSName.getPDFName(subtype));
        annotation.setItem(COSName.RECT, where);
        annotation.setInt(COSName.F, 4);
        return setPicture(annotation);
    }

    private static COSDictionary setPicture(COSDictionary field) {
        COSDictionary pictures = new COSDictionary();
        COSStream stream = new COSStream();
        stream.setItem(COSName.TYPE, COSName.XOBJECT);
        stream.setItem(COSName.SUBTYPE, COSName.FORM);
        stream.setItem(COSName.BBOX, new org.apache.pdfbox.pdmodel.common.PDRectangle(0, 0, 200, 30));
        write(stream, "1 0 0 rg 0 0 200 30 re f");
        pictures.setItem(COSName.N, stream);
        field.setItem(COSName.AP, pictures);
        return field;
    }

    private static COSStream picture(PDDocument document) {
        COSStream stream = document.getDocument().createCOSStream();
        write(stream, "1 0 0 rg 0 0 500 700 re f");
        return stream;
    }

    private static void write(COSStream stream, String content) {
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<COSDictionary> replaceContent(PDDocument document, int page) {
        COSDictionary dictionary = document.getPage(page).getCOSObject();
        COSStream content = picture(document);
        dictionary.setItem(COSName.CONTENTS, content);
        return List.of(dictionary, content);
    }

    private static List<COSDictionary> rewriteContent(PDDocument document, int page) {
        COSStream content = document.getPage(page).getCOSObject().getCOSStream(COSName.CONTENTS);
        write(content, "1 0 0 rg 0 0 500 700 re f");
        return List.of(content);
    }

    private static COSDictionary resources(PDDocument document, int page) {
        return document.getPage(page).getResources().getCOSObject();
    }

    private static PDAnnotation stamp() {
        COSDictionary stamp = new COSDictionary();
        stamp.setItem(COSName.TYPE, COSName.ANNOT);
        stamp.setItem(COSName.SUBTYPE, COSName.getPDFName("FreeText"));
        stamp.setItem(COSName.RECT, new org.apache.pdfbox.pdmodel.common.PDRectangle(72, 690, 200, 30));
        stamp.setString(COSName.CONTENTS, "2.000.000 dong");
        stamp.setInt(COSName.F, 4);
        return wrap(setPicture(stamp));
    }

    private static PDAnnotation wrap(COSDictionary annotation) {
        try {
            return PDAnnotation.createAnnotation(annotation);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static COSDictionary action() {
        COSDictionary action = new COSDictionary();
        action.setItem(COSName.S, COSName.getPDFName("JavaScript"));
        action.setString(COSName.JS, "app.alert(1)");
        return action;
    }

    private static List<COSDictionary> catalog(PDDocument document, String key, COSDictionary value) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.getPDFName(key), value);
        return List.of(catalog);
    }
}
