package vn.lienthong.demo.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The four faces of the serif family that Decree 30/2020/NĐ-CP asks for: Liberation Serif has the metrics of Times New Roman. */
public enum SerifFace {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private static final String FOLDER = "/vn/lienthong/signer/seal/fonts/LiberationSerif-";

    private final String resource;

    SerifFace(String style) {
        this.resource = FOLDER + style + ".ttf";
    }

    /** The TrueType file; the caller closes it. */
    public InputStream open() {
        InputStream font = SerifFace.class.getResourceAsStream(resource);
        if (font == null) {
            throw new UncheckedIOException(new IOException("signer-core bundles no " + resource));
        }
        return font;
    }
}
