package vn.lienthong.demo.letter;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.lienthong.demo.font.SerifFace;

/** The faces of one document: each embedded once, as the subset of the letters that the document uses. */
final class Faces {
    private final Map<SerifFace, PDFont> fonts = new EnumMap<>(SerifFace.class);

    Faces(PDDocument document) throws IOException {
        for (SerifFace face : SerifFace.values()) {
            try (InputStream file = face.open()) {
                fonts.put(face, PDType0Font.load(document, file, true));
            }
        }
    }

    Typeset regular(float size) {
        return of(SerifFace.REGULAR, size);
    }

    Typeset bold(float size) {
        return of(SerifFace.BOLD, size);
    }

    Typeset italic(float size) {
        return of(SerifFace.ITALIC, size);
    }

    Typeset boldItalic(float size) {
        return of(SerifFace.BOLD_ITALIC, size);
    }

    private Typeset of(SerifFace face, float size) {
        return new Typeset(Objects.requireNonNull(fonts.get(face)), size);
    }
}
