package vn.lienthong.exchange.boundary.rest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A true PNG of 10,000 by 10,000 pixels in some kilobytes: small to send, 400 MB once it is decoded in colours. */
final class HundredMegapixels {
    private static final int SIDE = 10_000;

    private HundredMegapixels() {}

    static byte[] png() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY), "png", octets);
        return octets.toByteArray();
    }
}
