package vn.lienthong.exchange.infrastructure.register;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.signer.seal.SealFont;

/** The typefaces of a register: with the metrics of Times New Roman. Source: Decree 30/2020/NĐ-CP, Annex I, I.4. */
record Faces(Face regular, Face bold, Face italic) {
    static Faces of(PDDocument document) throws IOException {
        return new Faces(
                new Face(document, SealFont.REGULAR),
                new Face(document, SealFont.BOLD),
                new Face(document, SealFont.ITALIC));
    }
}
