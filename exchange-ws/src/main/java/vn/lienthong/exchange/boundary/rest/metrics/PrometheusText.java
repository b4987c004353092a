package vn.lienthong.exchange.boundary.rest.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lienthong.exchange.application.readiness.Metric;

/** Metrics as Prometheus and those that understand it read them. Source: Prometheus text exposition format 0.0.4. */
final class PrometheusText {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    static String of(List<Metric> metrics) {
        StringBuilder text = new StringBuilder();
        for (Metric metric : metrics) {
            text.append("# HELP ").append(metric.name()).append(' ').append(metric.help());
            text.append("\n# TYPE ").append(metric.name()).append(" gauge\n");
            for (Metric.Sample sample : metric.samples()) {
                text.append(metric.name()).append(labels(sample.labels()));
                text.append(' ').append(sample.value()).append('\n');
            }
        }
        return text.toString();
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
