package vn.lienthong.signer.seal.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import vn.lienthong.signer.algorithm.Bytes;

/** The image of a handwritten signature of nobody, in blue ink. Source: Decree 30/2020/NĐ-CP, Annex I, box 7c. */
public final class SampleSignature {
    private static final Color BLUE_INK = new Color(0x12, 0x36, 0xa8);
    private static final int WIDTH = 900;
    private static final int HEIGHT = 400;

    private SampleSignature() {}

    /** A PNG of 900 by 400 pixels. */
    public static Bytes png() {
        return Ink.png(WIDTH, HEIGHT, BLUE_INK, graphics -> {
            graphics.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(capital());
            graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(letters());
            graphics.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(flourish());
        });
    }

    private static Path2D capital() {
        Path2D path = new Path2D.Double();
        path.moveTo(70, 300);
        path.curveTo(120, 220, 150, 60, 190, 50);
        path.curveTo(220, 45, 190, 220, 205, 290);
        path.curveTo(215, 320, 265, 180, 320, 60);
        path.curveTo(345, 20, 360, 40, 335, 110);
        path.curveTo(310, 190, 290, 270, 320, 285);
        return path;
    }

    private static Path2D letters() {
        Path2D path = new Path2D.Double();
        path.moveTo(320, 285);
        path.curveTo(370, 290, 380, 200, 410, 205);
        path.curveTo(440, 215, 395, 290, 430, 285);
        path.curveTo(460, 280, 470, 205, 490, 205);
        path.curveTo(505, 210, 480, 290, 505, 285);
        path.curveTo(540, 275, 545, 200, 575, 205);
        path.curveTo(600, 215, 560, 280, 590, 285);
        path.curveTo(625, 285, 640, 120, 665, 80);
        path.curveTo(680, 60, 690, 90, 670, 150);
        path.curveTo(650, 210, 640, 285, 670, 280);
        path.curveTo(710, 270, 720, 210, 760, 200);
        return path;
    }

    private static Path2D flourish() {
        Path2D path = new Path2D.Double();
        path.moveTo(760, 200);
        path.curveTo(860, 180, 850, 300, 700, 335);
        path.curveTo(500, 375, 250, 330, 120, 350);
        path.curveTo(60, 360, 90, 385, 180, 375);
        path.curveTo(400, 350, 650, 360, 830, 330);
        return path;
    }
}
