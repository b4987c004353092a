package vn.lienthong.signer.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;

/** What the first octets of a PNG tell, before anything is decoded. Source: ISO/IEC 15948 §5.2, §11.2.2. */
public final class ImageHeader {
    private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final int IHDR = 0x49484452;
    private static final int HEADER = 24;

    private ImageHeader() {}

    /**
     * Why the image is not decoded.
     *
     * @param detail for the operator
     */
    public record Refusal(AppearanceFault fault, String detail) {}

    /** Empty if the octets may be an image within the limits. */
    public static Optional<Refusal> refusal(Bytes png, ImageLimits limits) {
        if (png.length() > limits.maxBytes()) {
            return tooLarge(limits.maxBytes() + " octets");
        }
        byte[] octets = png.toArray();
        if (octets.length < HEADER || !Arrays.equals(SIGNATURE, Arrays.copyOf(octets, SIGNATURE.length))) {
            return malformed("the image is no PNG");
        }
        ByteBuffer header = ByteBuffer.wrap(octets, SIGNATURE.length + 4, 12);
        boolean startsWithHeader = header.getInt() == IHDR;
        long width = Integer.toUnsignedLong(header.getInt());
        long height = Integer.toUnsignedLong(header.getInt());
        if (!startsWithHeader || width == 0 || height == 0) {
            return malformed("the PNG has no header");
        }
        return width > limits.maxPixels() || height > limits.maxPixels() || width * height > limits.maxPixels()
                ? tooLarge(limits.maxPixels() + " pixels")
                : Optional.empty();
    }

    private static Optional<Refusal> tooLarge(String most) {
        return Optional.of(new Refusal(AppearanceFault.IMAGE_TOO_LARGE, "the image has more than " + most));
    }

    private static Optional<Refusal> malformed(String detail) {
        return Optional.of(new Refusal(AppearanceFault.IMAGE_MALFORMED, detail));
    }
}
