package vn.lienthong.signer.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells a document's format by its first octets. A name or declared type is never believed. */
public final class DocumentFormats {
    private DocumentFormats() {}

    public static Optional<DocumentFormat> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(512);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("%PDF-")) {
            return Optional.of(DocumentFormat.PDF);
        }
        if (text.startsWith("PK\3\4")) {
            return Optional.of(DocumentFormat.ASIC);
        }
        if (head.length > 2 && head[0] == 0x30) {
            return Optional.of(DocumentFormat.CMS);
        }
        if (isJws(text)) {
            return Optional.of(DocumentFormat.JWS);
        }
        boolean utf16 = text.startsWith("\u00fe\u00ff") || text.startsWith("\u00ff\u00fe");
        String unmarked = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        return utf16 || unmarked.stripLeading().startsWith("<") ? Optional.of(DocumentFormat.XML) : Optional.empty();
    }

    /** RFC 7515 §7: a JSON object, or three parts in Base64url of which the first, a JSON object too, begins with eyJ. */
    private static boolean isJws(String text) {
        return text.stripLeading().startsWith("{") || text.startsWith("eyJ") || text.startsWith("ew");
    }
}
