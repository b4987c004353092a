package vn.lienthong.signer.sign.pades;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What the earlier signatures of a document lock as PDFBox reads it: for what the strict reader does not read.
 *
 * <p>Source: ISO 32000-2 §12.7.5.5, table 236; §12.8.2.4, table 259.
 */
final class PdfBoxLocks {
    /** The names that DSS and PDFBox give to new fields. */
    private static final Pattern NEW_FIELD = Pattern.compile("Signature\\d*");

    private static final COSName LOCK = COSName.getPDFName("Lock");
    private static final COSName ACTION = COSName.getPDFName("Action");

    private PdfBoxLocks() {}

    /** Whether one of them locks fields that are not there yet. */
    static boolean lockNewFields(PDDocument document) {
        return of(document).stream().anyMatch(PdfBoxLocks::isOverNewFields);
    }

    /** The same once this empty field is signed too. */
    static boolean lockNewFields(PDDocument document, String name) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        return lockNewFields(document)
                || form != null
                        && form.getField(name) instanceof PDSignatureField field
                        && field.getCOSObject().getCOSDictionary(LOCK) instanceof COSDictionary lock
                        && isOverNewFields(lock);
    }

    /** Whether one of them lets no further signature in. */
    static boolean lockSigning(PDDocument document) {
        return of(document).stream().anyMatch(lock -> isOverNewFields(lock) || lock.getInt(COSName.P, 2) == 1);
    }

    private static boolean isOverNewFields(COSDictionary lock) {
        String action = lock.getNameAsString(ACTION);
        return action != null && !action.equals("Include") || namesNewField(lock);
    }

    private static boolean namesNewField(COSDictionary lock) {
        COSArray names = lock.getCOSArray(COSName.FIELDS);
        for (int i = 0; names != null && i < names.size(); i++) {
            if (names.getObject(i) instanceof COSString name
                    && NEW_FIELD.matcher(name.getString()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static List<COSDictionary> of(PDDocument document) {
        List<COSDictionary> locks = new ArrayList<>();
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return locks;
        }
        for (PDField field : form.getFieldTree()) {
            if (field instanceof PDSignatureField signed && signed.getSignature() != null) {
                COSDictionary lock = signed.getCOSObject().getCOSDictionary(LOCK);
                if (lock != null) {
                    locks.add(lock);
                }
                addReferences(signed.getSignature(), locks);
            }
        }
        return locks;
    }

    private static void addReferences(PDSignature signature, List<COSDictionary> locks) {
        COSArray references = signature.getCOSObject().getCOSArray(COSName.getPDFName("Reference"));
        for (int i = 0; references != null && i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference
                    && "FieldMDP".equals(reference.getNameAsString("TransformMethod"))) {
                COSDictionary parameters = reference.getCOSDictionary(COSName.getPDFName("TransformParams"));
                if (parameters != null) {
                    locks.add(parameters);
                }
            }
        }
    }
}
