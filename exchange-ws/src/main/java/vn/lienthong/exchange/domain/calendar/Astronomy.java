package vn.lienthong.exchange.domain.calendar;

/**
 * New moons and the sun's longitude, as exact as a calendar needs: a new moon to some seconds, the sun to a hundredth of a degree
 * (a quarter of an hour). Times are Julian days, universal time.
 *
 * <p>Source: J. Meeus, Astronomical Algorithms, 2nd edition, chapters 25 and 49; F. Espenak and J. Meeus, polynomial for
 * the difference of times, 2005 to 2050.
 */
final class Astronomy {
    private static final double MONTH = 29.530588861;
    private static final double FIRST_NEW_MOON = 2451550.09766;
    private static final double MONTHS_A_CENTURY = 1236.85;
    private static final double EPOCH = 2451545.0;
    private static final double CENTURY = 36525;

    /** Amplitude in days; power of the orbit's eccentricity; multiples of M, M', F and the node. */
    private static final double[][] MOON = {
        {-0.40720, 0, 0, 1, 0, 0}, {0.17241, 1, 1, 0, 0, 0}, {0.01608, 0, 0, 2, 0, 0}, {0.01039, 0, 0, 0, 2, 0},
        {0.00739, 1, -1, 1, 0, 0}, {-0.00514, 1, 1, 1, 0, 0}, {0.00208, 2, 2, 0, 0, 0}, {-0.00111, 0, 0, 1, -2, 0},
        {-0.00057, 0, 0, 1, 2, 0}, {0.00056, 1, 1, 2, 0, 0}, {-0.00042, 0, 0, 3, 0, 0}, {0.00042, 1, 1, 0, 2, 0},
        {0.00038, 1, 1, 0, -2, 0}, {-0.00024, 1, -1, 2, 0, 0}, {-0.00017, 0, 0, 0, 0, 1}, {-0.00007, 0, 2, 1, 0, 0},
        {0.00004, 0, 0, 2, -2, 0}, {0.00004, 0, 3, 0, 0, 0}, {0.00003, 0, 1, 1, -2, 0}, {0.00003, 0, 0, 2, 2, 0},
        {-0.00003, 0, 1, 1, 2, 0}, {0.00003, 0, -1, 1, 2, 0}, {-0.00002, 0, -1, 1, -2, 0}, {-0.00002, 0, 1, 3, 0, 0},
        {0.00002, 0, 0, 4, 0, 0}
    };

    /** Amplitude in days, angle at the first new moon and its growth a month, in degrees: the planets' part. */
    private static final double[][] PLANETS = {
        {0.000325, 299.77, 0.107408}, {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
        {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
        {0.000060, 207.14, 2.453732}, {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
        {0.000042, 207.19, 0.121824}, {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
        {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518}
    };

    private Astronomy() {}

    /** The new moon of that number, the first of the year 2000 being number 0. */
    static double newMoon(int number) {
        double t = number / MONTHS_A_CENTURY;
        double eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t;
        double sun = 2.5534 + 29.10535670 * number - 0.0000014 * t * t;
        double moon = 201.5643 + 385.81693528 * number + 0.0107582 * t * t;
        double latitude = 160.7108 + 390.67050284 * number - 0.0016118 * t * t;
        double node = 124.7746 - 1.56375588 * number + 0.0020672 * t * t;
        double day = FIRST_NEW_MOON + MONTH * number + 0.00015437 * t * t - 0.000000150 * t * t * t;
        for (double[] term : MOON) {
            double angle = term[2] * sun + term[3] * moon + term[4] * latitude + term[5] * node;
            day += term[0] * Math.pow(eccentricity, term[1]) * sine(angle);
        }
        for (double[] term : PLANETS) {
            day += term[0] * sine(term[1] + term[2] * number);
        }
        return day - sooner(day);
    }

    /** The number of the last new moon at or before that day, give or take one. */
    static int monthsBefore(double day) {
        return (int) Math.floor((day - FIRST_NEW_MOON) / MONTH);
    }

    /** The sun's apparent longitude, 0 to 360 degrees. */
    static double sun(double day) {
        double t = (day + sooner(day) - EPOCH) / CENTURY;
        double mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
        double anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
        double centre = (1.914602 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly)
                + (0.019993 - 0.000101 * t) * sine(2 * anomaly)
                + 0.000289 * sine(3 * anomaly);
        double apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
        return apparent - 360 * Math.floor(apparent / 360);
    }

    /** By how much of a day universal time is behind the time of the formulas. */
    private static double sooner(double day) {
        double years = (day - EPOCH) / 365.25;
        return (62.92 + 0.32217 * years + 0.005589 * years * years) / 86_400;
    }

    private static double sine(double degrees) {
        return Math.sin(Math.toRadians(degrees % 360));
    }
}
