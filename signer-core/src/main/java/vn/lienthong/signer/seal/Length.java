package vn.lienthong.signer.seal;

/**
 * A length on a page.
 *
 * @param points in points of 1/72 inch; finite, from -14400 to 14400 (PDF's largest page)
 */
public record Length(double points) implements Comparable<Length> {
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    static final double LARGEST = 14_400;

    public Length {
        if (!(Math.abs(points) <= LARGEST)) {
            throw new IllegalArgumentException("a length on a page is at most 14400 points");
        }
    }

    public static Length ofPoints(double points) {
        return new Length(points);
    }

    public static Length ofMillimetres(double millimetres) {
        return new Length(millimetres * POINTS_PER_MILLIMETRE);
    }

    public double millimetres() {
        return points / POINTS_PER_MILLIMETRE;
    }

    @Override
    public int compareTo(Length other) {
        return Double.compare(points, other.points);
    }
}
