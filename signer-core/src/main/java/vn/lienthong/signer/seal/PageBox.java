package vn.lienthong.signer.seal;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rectangle on a page as its reader sees it.
 *
 * @param page from 1
 * @param left from the left edge of the visible page
 * @param top from the top edge of the visible page, downwards
 */
public record PageBox(int page, Length left, Length top, Length width, Length height) {
    public PageBox {
        if (page < 1) {
            throw new IllegalArgumentException("pages count from 1");
        }
        if (width.points() <= 0 || height.points() <= 0) {
            throw new IllegalArgumentException("a rectangle has a width and a height");
        }
    }

    public static PageBox ofPoints(int page, double left, double top, double width, double height) {
        return new PageBox(page, new Length(left), new Length(top), new Length(width), new Length(height));
    }

    /** Empty for what no page can hold: figures that a document states may be any. */
    static Optional<PageBox> ifPossible(int page, double left, double top, double width, double height) {
        boolean possible = width > 0
                && height > 0
                && Stream.of(left, top, width, height).allMatch(v -> Math.abs(v) <= Length.LARGEST);
        return possible ? Optional.of(ofPoints(page, left, top, width, height)) : Optional.empty();
    }

    public static PageBox ofMillimetres(int page, double left, double top, double width, double height) {
        return new PageBox(
                page,
                Length.ofMillimetres(left),
                Length.ofMillimetres(top),
                Length.ofMillimetres(width),
                Length.ofMillimetres(height));
    }

    public double right() {
        return left.points() + width.points();
    }

    public double bottom() {
        return top.points() + height.points();
    }
}
