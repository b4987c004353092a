package vn.lienthong.signer.seal;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * A visible signature, laid out: everything in points, from the top left corner of {@code box}.
 *
 * @param box the rectangle of the signature field on its page
 */
public record Appearance(PageBox box, Optional<Picture> picture, List<TextLine> lines) {
    public Appearance {
        lines = List.copyOf(lines);
    }

    /** An image stretched to a rectangle. */
    public record Picture(BufferedImage image, double left, double top, double width, double height) {}

    /** One line of black text. */
    public record TextLine(String text, SealFont font, double size, double left, double baseline) {}
}
