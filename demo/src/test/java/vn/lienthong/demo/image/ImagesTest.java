package vn.lienthong.demo.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImagesTest {
    @Test
    void signatureIsBlueInkOnNothing() throws IOException {
        BufferedImage image = read(SignatureImage.png());
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(inked(image)).allMatch(argb -> (argb & 0xFF) > (argb >> 16 & 0xFF));
    }

    @Test
    void sealIsRedInkOnNothing() throws IOException {
        BufferedImage image = read(SealImage.of("ỦY BAN NHÂN DÂN TỈNH BẮC KẠN", "TRÌNH DIỄN"));
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(inked(image)).allMatch(argb -> (argb >> 16 & 0xFF) > (argb & 0xFF));
        // The star's middle.
        assertThat(image.getRGB(450, 410) >>> 24).isGreaterThan(200);
    }

    private static java.util.List<Integer> inked(BufferedImage image) {
        java.util.List<Integer> pixels = new java.util.ArrayList<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                int argb = image.getRGB(x, y);
                if (argb >>> 24 > 128) {
                    pixels.add(argb);
                }
            }
        }
        assertThat(pixels).hasSizeGreaterThan(500);
        return pixels;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
