package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import vn.lienthong.signer.pdf.PageTree;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * A document's parts that signing reads and changes.
 *
 * @param catalogRef the object that the catalog is
 * @param form an empty dictionary if there is no form
 * @param hasForm whether the catalog names a form
 */
record SignableDocument(
        PdfDocument document,
        PdfValue.Ref catalogRef,
        PdfValue.Dict catalog,
        PageTree pages,
        PdfValue.Dict form,
        boolean hasForm,
        FormFields fields) {

    static SignableDocument read(FileChannel file) throws IOException, PdfFault {
        PdfDocument document = PdfDocument.read(file);
        if (!(document.trailer().get("Root") instanceof PdfValue.Ref root)
                || !(document.resolve(root) instanceof PdfValue.Dict catalog)
                || !catalog.is("Type", "Catalog")) {
            throw new PdfFault(PdfFault.Kind.MALFORMED, "a document without a catalog");
        }
        PageTree pages = PageTree.of(document, catalog);
        return switch (document.resolve(catalog.get("AcroForm"))) {
            case PdfValue.Null none ->
                new SignableDocument(
                        document, root, catalog, pages, new PdfValue.Dict(Map.of()), false, FormFields.NONE);
            case PdfValue.Dict form
            when form.entries().containsKey("XFA") -> throw new PdfFault(PdfFault.Kind.UNFAMILIAR, "a form of XFA");
            case PdfValue.Dict form ->
                new SignableDocument(document, root, catalog, pages, form, true, FormFields.of(document, form));
            default -> throw new PdfFault(PdfFault.Kind.MALFORMED, "a form that is no dictionary");
        };
    }
}
