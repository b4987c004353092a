package vn.lienthong.exchange.application.readiness;

import java.util.List;
import java.util.Map;

/**
 * Something that is measured, as it is now.
 *
 * @param name with its unit, as the Prometheus text format wants it
 * @param help one English sentence
 */
public record Metric(String name, String help, List<Sample> samples) {
    public Metric {
        samples = List.copyOf(samples);
    }

    /** One value of it. */
    public record Sample(Map<String, String> labels, double value) {
        public Sample {
            labels = Map.copyOf(labels);
        }
    }

    static Sample sample(String label, String of, double value) {
        return new Sample(Map.of(label, of), value);
    }

    static Metric one(String name, String help, double value) {
        return new Metric(name, help, List.of(new Sample(Map.of(), value)));
    }
}
