package vn.lienthong.demo.image;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;

/** One movement of a pen through points: a smooth curve, thin where the pen is fast or rises, broad where it presses down. */
record Stroke(List<double[]> points) {
    private static final int STEPS = 90;

    static Stroke through(double... coordinates) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new double[] {coordinates[i], coordinates[i + 1]});
        }
        return new Stroke(List.copyOf(points));
    }

    /** The curve through the points is a chain of Bézier segments whose tangents follow the neighbours (Catmull-Rom). */
    void draw(Graphics2D g, double nib) {
        double pressure = nib * 0.6;
        for (int i = 0; i + 1 < points.size(); i++) {
            double[] a = points.get(i);
            double[] d = points.get(i + 1);
            double[] before = points.get(Math.max(0, i - 1));
            double[] after = points.get(Math.min(points.size() - 1, i + 2));
            double[] b = {a[0] + (d[0] - before[0]) / 6, a[1] + (d[1] - before[1]) / 6};
            double[] c = {d[0] - (after[0] - a[0]) / 6, d[1] - (after[1] - a[1]) / 6};
            for (int step = 0; step <= STEPS; step++) {
                double t = step / (double) STEPS;
                double x = bezier(a[0], b[0], c[0], d[0], t);
                double y = bezier(a[1], b[1], c[1], d[1], t);
                double dx = slope(a[0], b[0], c[0], d[0], t);
                double dy = slope(a[1], b[1], c[1], d[1], t);
                double speed = Math.hypot(dx, dy);
                double down = speed == 0 ? 0 : dy / speed;
                double wanted = nib * (0.72 + 0.34 * down) * (1 - Math.min(0.35, speed / 2600)) * taper(i, t);
                pressure += (wanted - pressure) * 0.06;
                g.fill(new Ellipse2D.Double(x - pressure / 2, y - pressure / 2, pressure, pressure));
            }
        }
    }

    /** The pen leaves the paper gently. */
    private double taper(int segment, double t) {
        return segment == points.size() - 2 ? 1 - 0.75 * t : 1;
    }

    private static double bezier(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static double slope(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return 3 * u * u * (b - a) + 6 * u * t * (c - b) + 3 * t * t * (d - c);
    }
}
