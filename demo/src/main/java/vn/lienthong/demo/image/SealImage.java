package vn.lienthong.demo.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import vn.lienthong.demo.font.SerifFace;

/**
 * A round red seal for the demo: double ring, star, the agency's name round it, and MẪU across it, so that nobody takes it
 * for a real one.
 */
public final class SealImage {
    private static final int SIZE = 900;
    private static final double CENTRE = SIZE / 2.0;
    private static final double OUTER = 435;
    private static final double INNER = 290;
    private static final Color INK = new Color(0xD8, 0x1E, 0x1E, 235);

    private SealImage() {}

    /** PNG with a transparent ground; the whole picture is the seal, edge to edge. */
    public static byte[] of(String upperText, String lowerText) {
        Canvas canvas = new Canvas(SIZE, SIZE);
        Graphics2D g = canvas.graphics();
        g.setColor(INK);
        ring(g, OUTER, 14);
        ring(g, OUTER - 20, 4);
        ring(g, INNER, 5);
        g.fill(star(CENTRE, CENTRE - 45, 125));
        try (Glyphs glyphs = new Glyphs(SerifFace.BOLD)) {
            double middle = (OUTER - 20 + INNER) / 2;
            arc(g, glyphs, upperText, 74, middle - 26, false);
            arc(g, glyphs, lowerText, 60, middle + 20, true);
            straight(g, glyphs, "MẪU", 118, CENTRE + 185);
        }
        return canvas.png();
    }

    private static void ring(Graphics2D g, double radius, float width) {
        g.setStroke(new BasicStroke(width));
        g.draw(new Ellipse2D.Double(CENTRE - radius, CENTRE - radius, radius * 2, radius * 2));
    }

    private static Path2D star(double x, double y, double radius) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : radius * 0.382;
            double angle = Math.PI * i / 5 - Math.PI / 2;
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

    /** Text along a circle: over the top, read clockwise, or under the bottom, read the other way. */
    private static void arc(Graphics2D g, Glyphs glyphs, String text, double size, double radius, boolean below) {
        double spacing = size * 0.06;
        double length = glyphs.width(text, size) + spacing * (text.length() - 1);
        double angle = (below ? Math.PI / 2 : -Math.PI / 2) + (below ? 1 : -1) * length / radius / 2;
        for (int letter : text.codePoints().toArray()) {
            double advance = glyphs.advance(letter, size);
            double turn = advance / radius * (below ? -1 : 1);
            double middle = angle + turn / 2;
            AffineTransform place = AffineTransform.getTranslateInstance(
                    CENTRE + radius * Math.cos(middle), CENTRE + radius * Math.sin(middle));
            place.rotate(middle + (below ? -Math.PI / 2 : Math.PI / 2));
            place.translate(-advance / 2, 0);
            g.fill(place.createTransformedShape(glyphs.outline(letter, size)));
            angle += turn + spacing / radius * (below ? -1 : 1);
        }
    }

    private static void straight(Graphics2D g, Glyphs glyphs, String text, double size, double baseline) {
        double x = CENTRE - glyphs.width(text, size) / 2;
        for (int letter : text.codePoints().toArray()) {
            g.fill(AffineTransform.getTranslateInstance(x, baseline)
                    .createTransformedShape(glyphs.outline(letter, size)));
            x += glyphs.advance(letter, size);
        }
    }
}
