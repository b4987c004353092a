package vn.lienthong.signer.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The fonts that are bundled: the metrics of Times New Roman, which Decree 30/2020/NĐ-CP asks for, with all of Vietnamese. */
public enum SealFont {
    REGULAR("LiberationSerif-Regular.ttf"),
    BOLD("LiberationSerif-Bold.ttf"),
    ITALIC("LiberationSerif-Italic.ttf"),
    BOLD_ITALIC("LiberationSerif-BoldItalic.ttf");

    private final String file;

    SealFont(String file) {
        this.file = file;
    }

    /** The TrueType file; the caller closes it. */
    public InputStream open() {
        InputStream in = SealFont.class.getResourceAsStream("fonts/" + file);
        if (in == null) {
            throw new IllegalStateException("the font " + file + " is part of this library");
        }
        return in;
    }

    byte[] octets() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this library is read", e);
        }
    }
}
