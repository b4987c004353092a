package vn.lienthong.demo.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/** A handwritten signature for the demo: nobody's real one, in blue ink. Source of the colour: Decree 30/2020/NĐ-CP, Annex I. */
public final class SignatureImage {
    private static final Color INK = new Color(0x1B, 0x3F, 0xB8, 240);

    /** A capital A with a loop, the rest of the name run together, and the flourish that goes back under it. */
    private static final List<Stroke> STROKES = List.of(
            Stroke.through(
                    95, 330, 150, 285, 235, 160, 300, 62, 330, 40, 338, 70, 325, 170, 318, 270, 330, 318, 372, 300, 420,
                    232),
            Stroke.through(150, 232, 235, 205, 345, 196, 405, 214, 392, 250, 362, 262, 372, 226, 430, 214),
            Stroke.through(
                    420, 232, 448, 205, 470, 214, 462, 262, 474, 276, 506, 236, 530, 208, 548, 216, 540, 262, 556, 278,
                    590, 240, 618, 206, 640, 214, 640, 258, 668, 268, 730, 214, 810, 130, 850, 84, 858, 112, 812, 220,
                    760, 330, 690, 396, 560, 408, 400, 390, 262, 372, 210, 384, 300, 404, 520, 398, 720, 360, 900,
                    300));

    private SignatureImage() {}

    /** PNG with a transparent ground. */
    public static byte[] png() {
        Canvas canvas = new Canvas(980, 460);
        Graphics2D g = canvas.graphics();
        g.setColor(INK);
        STROKES.forEach(stroke -> stroke.draw(g, 13));
        return canvas.png();
    }
}
