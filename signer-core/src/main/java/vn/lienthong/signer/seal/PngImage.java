package vn.lienthong.signer.seal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import vn.lienthong.signer.algorithm.Bytes;

/** A PNG from outside, decoded only after its header was found within the limits. */
final class PngImage {
    private PngImage() {}

    /** What was read. */
    sealed interface Reading {
        record Decoded(BufferedImage image) implements Reading {}

        record Faulty(AppearanceFault fault, String detail) implements Reading {}
    }

    static Reading read(Bytes png, ImageLimits limits) {
        return ImageHeader.refusal(png, limits)
                .<Reading>map(why -> new Reading.Faulty(why.fault(), why.detail()))
                .orElseGet(() -> decode(png.toArray()));
    }

    private static Reading decode(byte[] octets) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        if (!readers.hasNext()) {
            throw new IllegalStateException("every JDK reads PNG");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(octets))) {
            // Metadata may hold compressed text of any size: it is skipped, not read.
            reader.setInput(in, true, true);
            return new Reading.Decoded(reader.read(0));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return new Reading.Faulty(AppearanceFault.IMAGE_MALFORMED, "the PNG cannot be decoded");
        } finally {
            reader.dispose();
        }
    }
}
