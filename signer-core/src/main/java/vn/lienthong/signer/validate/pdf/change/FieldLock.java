package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * Fields that a signature locks. Source: ISO 32000-2 §12.8.2.4, Table 236.
 *
 * @param all whether it is all fields but the named ones
 * @param names fully qualified; each stands for its whole subtree
 */
record FieldLock(boolean all, List<String> names) {

    /** An action that is none of the three locks everything. */
    static FieldLock of(PdfDocument document, PdfValue.Dict lock) throws IOException, PdfFault {
        List<String> names = new ArrayList<>();
        for (PdfValue item : Structure.items(document, lock.get("Fields"))) {
            if (document.resolve(item) instanceof PdfValue.Text(Bytes name)) {
                names.add(FieldIndex.text(name));
            }
        }
        return switch (document.resolve(lock.get("Action"))) {
            case PdfValue.Name(String action) when action.equals("Include") -> new FieldLock(false, names);
            case PdfValue.Name(String action) when action.equals("Exclude") -> new FieldLock(true, names);
            case PdfValue.Null none -> new FieldLock(false, names);
            default -> new FieldLock(true, List.of());
        };
    }

    boolean holds(String field) {
        boolean named = names.stream().anyMatch(name -> field.equals(name) || field.startsWith(name + "."));
        return named != all;
    }
}
