package vn.lienthong.signer.seal;

import java.awt.image.BufferedImage;

/**
 * What is known of an image before its place is.
 *
 * @param ratio width divided by height
 * @param side of a seal's square, in points; 0 for what has no size of its own
 */
record ImageSize(double ratio, double side) {

    /** Text alone. */
    static final ImageSize NONE = new ImageSize(1, 0);

    static ImageSize ofSignature(BufferedImage image) {
        return new ImageSize((double) image.getWidth() / image.getHeight(), 0);
    }

    static ImageSize ofSeal(Length diameter) {
        return new ImageSize(1, diameter.points());
    }
}
