package vn.lienthong.bench.measure;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import vn.lienthong.signer.text.Text;

/**
 * What a row is to reach: a measure that is no higher than a bound.
 *
 * @param why where the bound comes from; empty where it stands for itself
 * @param measure of a figure, in milliseconds or KiB; no number where it is not known, which reaches nothing
 */
public record Target(Text why, Unit unit, ToDoubleFunction<Figure> measure, double bound) {
    private static final Text NOTHING = new Text("", "");
    private static final double MICROS_A_MILLI = 1_000;
    private static final double KIB_A_MIB = 1_024;

    /** In which the measure is told. */
    enum Unit {
        MILLIS,
        KIB;

        private String text(double value) {
            return switch (this) {
                case MILLIS -> String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%.1f ms", value);
                case KIB ->
                    value < KIB_A_MIB
                            ? String.format(Locale.ROOT, "%.0f KiB", value)
                            : String.format(Locale.ROOT, "%.1f MiB", value / KIB_A_MIB);
            };
        }
    }

    /** So much CPU time an operation, in milliseconds. */
    public static Target cpuMillis(double most) {
        return cpu(NOTHING, most);
    }

    /** As much CPU time an operation as the limit has, divided by that share. */
    public static Target shareOf(Limit limit, double share) {
        String text = String.format(Locale.ROOT, "%.2f ", share);
        return cpu(new Text(text + "của mốc", text + "of the limit"), millis(limit) / share);
    }

    /** The limit's CPU time and so many milliseconds on top. */
    public static Target above(Limit limit, double millis) {
        String text = "C_Sign + " + Unit.MILLIS.text(millis);
        return cpu(new Text(text, text), millis(limit) + millis);
    }

    /** So much garbage an operation, in MiB. */
    public static Target garbageMib(double most) {
        return garbage(NOTHING, most * KIB_A_MIB);
    }

    /** Not more garbage than twice that of a small document, whatever the size of this one. */
    public static Target garbageAsOf(Figure small) {
        return garbage(
                new Text("2 × tệp nhỏ", "2 × the small one"),
                2 * small.allocatedKib().orElse(Double.NaN));
    }

    /** What the figure has, in words. */
    String measured(Figure figure) {
        return unit.text(measure.applyAsDouble(figure));
    }

    /** The bound, and where it comes from. */
    Text words() {
        String number = unit.text(bound);
        return why.equals(NOTHING)
                ? new Text(number, number)
                : new Text(why.vi() + ": " + number, why.en() + ": " + number);
    }

    boolean isReachedBy(Figure figure) {
        return measure.applyAsDouble(figure) <= bound;
    }

    private static double millis(Limit limit) {
        return limit.cpuMicros() / MICROS_A_MILLI;
    }

    private static Target cpu(Text why, double most) {
        return new Target(why, Unit.MILLIS, figure -> figure.cpuMicros() / MICROS_A_MILLI, most);
    }

    private static Target garbage(Text why, double most) {
        return new Target(why, Unit.KIB, figure -> figure.allocatedKib().orElse(Double.NaN), most);
    }
}
