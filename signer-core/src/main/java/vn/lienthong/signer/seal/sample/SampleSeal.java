package vn.lienthong.signer.seal.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.seal.SealFont;

/** The image of a round seal of an agency that is named, in red. It looks like a seal and is nobody's real one. */
public final class SampleSeal {
    private static final Color RED_INK = new Color(0xd6, 0x1a, 0x1a);
    private static final int SIDE = 900;
    private static final double CENTRE = SIDE / 2.0;
    private static final double UPPER_RADIUS = 352;
    private static final double LOWER_RADIUS = 388;
    private static final double UPPER_ARC = Math.toRadians(240);
    private static final double LOWER_ARC = Math.toRadians(80);

    private SampleSeal() {}

    /**
     * A PNG of 900 by 900 pixels.
     *
     * @param around along the upper rim, such as the agency's name in capitals
     * @param below along the lower rim, such as the province
     * @param middle under the star, one line a text
     */
    public static Bytes png(String around, String below, String... middle) {
        Font bold = font();
        return Ink.png(SIDE, SIDE, RED_INK, graphics -> {
            graphics.setStroke(new BasicStroke(16));
            graphics.draw(circle(436));
            graphics.setStroke(new BasicStroke(5));
            graphics.draw(circle(415));
            graphics.setStroke(new BasicStroke(6));
            graphics.draw(circle(300));
            graphics.fill(star(CENTRE, CENTRE - 110, 95));
            onArc(graphics, bold.deriveFont(66f), around, UPPER_RADIUS - 18, -Math.PI / 2, UPPER_ARC, true);
            onArc(graphics, bold.deriveFont(52f), "• " + below + " •", LOWER_RADIUS - 8, Math.PI / 2, LOWER_ARC, false);
            for (int i = 0; i < middle.length; i++) {
                centred(graphics, bold.deriveFont(58f), middle[i], CENTRE + 60 + 68 * i);
            }
        });
    }

    private static Font font() {
        try (InputStream in = SealFont.BOLD.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the bundled font is a TrueType font", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this library is read", e);
        }
    }

    private static Ellipse2D circle(double radius) {
        return new Ellipse2D.Double(CENTRE - radius, CENTRE - radius, 2 * radius, 2 * radius);
    }

    private static Path2D star(double x, double y, double radius) {
        Path2D star = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < 10; i++) {
            double angle = -Math.PI / 2 + i * Math.PI / 5;
            double r = i % 2 == 0 ? radius : radius * 0.382;
            double px = x + r * Math.cos(angle);
            double py = y + r * Math.sin(angle);
            if (i == 0) {
                star.moveTo(px, py);
            } else {
                star.lineTo(px, py);
            }
        }
        star.closePath();
        return star;
    }

    private static void centred(Graphics2D graphics, Font font, String text, double baseline) {
        GlyphVector glyphs = font.createGlyphVector(context(), text);
        double width = glyphs.getLogicalBounds().getWidth();
        graphics.fill(glyphs.getOutline((float) (CENTRE - width / 2), (float) baseline));
    }

    /** Text along a circle, centred on {@code middle}, its letters upright towards the outside or the inside. */
    private static void onArc(
            Graphics2D graphics, Font font, String text, double radius, double middle, double widest, boolean outside) {
        GlyphVector glyphs = font.createGlyphVector(context(), text);
        double natural = glyphs.getLogicalBounds().getWidth() / radius;
        double scale = Math.min(1, widest / natural);
        double direction = outside ? 1 : -1;
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            double advance = glyphs.getGlyphMetrics(i).getAdvance();
            double offset = glyphs.getGlyphPosition(i).getX() + advance / 2;
            double angle = middle + direction * (offset / radius - natural / 2) * scale;
            AffineTransform place = new AffineTransform();
            place.translate(CENTRE + radius * Math.cos(angle), CENTRE + radius * Math.sin(angle));
            place.rotate(angle + direction * Math.PI / 2);
            place.scale(scale, 1);
            place.translate(-offset, 0);
            graphics.fill(place.createTransformedShape(glyphs.getGlyphOutline(i)));
        }
    }

    private static FontRenderContext context() {
        return new FontRenderContext(null, true, true);
    }
}
