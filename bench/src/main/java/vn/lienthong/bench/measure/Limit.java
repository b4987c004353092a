package vn.lienthong.bench.measure;

/** What nothing that does the same can be better than: the least CPU time an operation, and the highest rate. */
public record Limit(double cpuMicros, double rate) {

    /** The best of each of these. */
    public static Limit of(Figure first, Figure... more) {
        double cpuMicros = first.cpuMicros();
        double rate = first.rate();
        for (Figure figure : more) {
            cpuMicros = Math.min(cpuMicros, figure.cpuMicros());
            rate = Math.max(rate, figure.rate());
        }
        return new Limit(cpuMicros, rate);
    }
}
