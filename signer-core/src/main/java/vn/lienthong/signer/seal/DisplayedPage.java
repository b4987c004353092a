package vn.lienthong.signer.seal;

import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * A page as its reader sees it, and as its file states it: the same where it is not rotated. A rotated page is turned
 * clockwise when it is shown, so what is to stand upright on it is turned the other way in the file.
 *
 * <p>Source: ISO 32000-2 §7.7.3.3 (CropBox, Rotate), §12.5.5 (appearance streams).
 *
 * @param visible the part of the page that is shown, in the page's own coordinates
 * @param rotation 0, 90, 180 or 270 degrees, clockwise
 */
public record DisplayedPage(PDRectangle visible, int rotation) {
    public DisplayedPage {
        if (rotation != 0 && rotation != 90 && rotation != 180 && rotation != 270) {
            throw new IllegalArgumentException("a page is rotated by quarters");
        }
    }

    /** A Rotate that is no multiple of 90 counts as none, as readers have it. */
    public static DisplayedPage of(PDPage page) {
        int rotation = Math.floorMod(page.getRotation(), 360);
        return new DisplayedPage(page.getCropBox(), rotation % 90 == 0 ? rotation : 0);
    }

    private boolean isOnItsSide() {
        return rotation == 90 || rotation == 270;
    }

    /** As it is shown, in points. */
    public double width() {
        return isOnItsSide() ? visible.getHeight() : visible.getWidth();
    }

    /** As it is shown, in points. */
    public double height() {
        return isOnItsSide() ? visible.getWidth() : visible.getHeight();
    }

    /** The rectangle in the page's own coordinates. */
    public PDRectangle inFile(PageBox box) {
        double left = box.left().points();
        double top = box.top().points();
        double right = box.right();
        double bottom = box.bottom();
        return switch (rotation) {
            case 90 -> corners(x0() + top, y0() + left, x0() + bottom, y0() + right);
            case 180 -> corners(x1() - right, y0() + top, x1() - left, y0() + bottom);
            case 270 -> corners(x1() - bottom, y1() - right, x1() - top, y1() - left);
            default -> corners(x0() + left, y1() - bottom, x0() + right, y1() - top);
        };
    }

    /**
     * Where a rectangle of the file is seen; empty for one that no page can hold.
     *
     * @param number of the page, from 1
     */
    Optional<PageBox> shown(int number, PDRectangle field) {
        double left = field.getLowerLeftX();
        double right = field.getUpperRightX();
        double low = field.getLowerLeftY();
        double high = field.getUpperRightY();
        double width = isOnItsSide() ? high - low : right - left;
        double height = isOnItsSide() ? right - left : high - low;
        return switch (rotation) {
            case 90 -> PageBox.ifPossible(number, low - y0(), left - x0(), width, height);
            case 180 -> PageBox.ifPossible(number, x1() - right, low - y0(), width, height);
            case 270 -> PageBox.ifPossible(number, y1() - high, x1() - right, width, height);
            default -> PageBox.ifPossible(number, left - x0(), y1() - high, width, height);
        };
    }

    /** Turns an appearance of that size so that it is read upright, its corner staying where it was. */
    public Matrix upright(double width, double height) {
        float w = (float) width;
        float h = (float) height;
        return switch (rotation) {
            case 90 -> new Matrix(0, 1, -1, 0, h, 0);
            case 180 -> new Matrix(-1, 0, 0, -1, w, h);
            case 270 -> new Matrix(0, -1, 1, 0, 0, w);
            default -> new Matrix();
        };
    }

    private double x0() {
        return visible.getLowerLeftX();
    }

    private double y0() {
        return visible.getLowerLeftY();
    }

    private double x1() {
        return visible.getUpperRightX();
    }

    private double y1() {
        return visible.getUpperRightY();
    }

    private static PDRectangle corners(double left, double low, double right, double high) {
        return new PDRectangle((float) left, (float) low, (float) (right - left), (float) (high - low));
    }
}
