package vn.lienthong.signer.seal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import vn.lienthong.signer.algorithm.Bytes;

/** A PNG from outside, decoded only after its header was found within the limits. Source: ISO/IEC 15948 §5.2, §11.2.2. */
final class PngImage {
    private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final int IHDR = 0x49484452;
    private static final int HEADER = 24;

    private PngImage() {}

    /** What was read. */
    sealed interface Reading {
        record Decoded(BufferedImage image) implements Reading {}

        record Faulty(AppearanceFault fault, String detail) implements Reading {}
    }

    static Reading read(Bytes png, ImageLimits limits) {
        if (png.length() > limits.maxBytes()) {
            return new Reading.Faulty(
                    AppearanceFault.IMAGE_TOO_LARGE, "the image has more than " + limits.maxBytes() + " octets");
        }
        byte[] octets = png.toArray();
        if (octets.length < HEADER || !Arrays.equals(SIGNATURE, Arrays.copyOf(octets, SIGNATURE.length))) {
            return new Reading.Faulty(AppearanceFault.IMAGE_MALFORMED, "the image is no PNG");
        }
        ByteBuffer header = ByteBuffer.wrap(octets, SIGNATURE.length + 4, 12);
        boolean startsWithHeader = header.getInt() == IHDR;
        long width = Integer.toUnsignedLong(header.getInt());
        long height = Integer.toUnsignedLong(header.getInt());
        if (!startsWithHeader || width == 0 || height == 0) {
            return new Reading.Faulty(AppearanceFault.IMAGE_MALFORMED, "the PNG has no header");
        }
        if (width > limits.maxPixels() || height > limits.maxPixels() || width * height > limits.maxPixels()) {
            return new Reading.Faulty(
                    AppearanceFault.IMAGE_TOO_LARGE, "the image has more than " + limits.maxPixels() + " pixels");
        }
        return decode(octets);
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
