package vn.lienthong.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.lienthong.bench.measure.Measurement;
import vn.lienthong.bench.server.BenchServer;
import vn.lienthong.signer.text.Language;

/**
 * What is measured, and how long.
 *
 * @param module the PKCS#11 library
 * @param work a folder for files of the run
 */
record BenchOptions(
        Language language, List<Part> parts, BenchServer server, Path module, Path work, Measurement measurement) {

    /** Long enough that both sides have settled, and that 10 ms more or less of counted CPU time do not matter. */
    private static final Measurement THOROUGH = new Measurement(
            Duration.ofMillis(1_500), Duration.ofMillis(2_500), 5_000, Duration.ofSeconds(10), Duration.ofSeconds(60));

    /** Long enough to see that each row works. */
    private static final Measurement QUICK = new Measurement(Duration.ofMillis(50), Duration.ofMillis(200));

    private static final Set<String> NAMES =
            Set.of("--lang", "--state", "--port", "--server-pid", "--database-pid", "--module", "--work");

    /** What can be asked for. */
    enum Part {
        SIGNER,
        VERIFY,
        EXCHANGE
    }

    /** Whether the rows are too short to say more than that they work. */
    boolean isQuick() {
        return measurement.equals(QUICK);
    }

    BenchOptions {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static BenchOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        List<String> parts = new ArrayList<>();
        boolean quick = false;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--quick")) {
                quick = true;
            } else if (NAMES.contains(arguments[i]) && i + 1 < arguments.length) {
                given.put(arguments[i], arguments[++i]);
            } else {
                parts.add(arguments[i]);
            }
        }
        Path state = Path.of(required(given, "--state")).toAbsolutePath();
        return new BenchOptions(
                Language.ofTag(given.getOrDefault("--lang", "vi"))
                        .orElseThrow(() -> new IllegalArgumentException("--lang: vi, en")),
                parts(parts),
                new BenchServer(
                        state,
                        (int) number(given, "--port"),
                        number(given, "--server-pid"),
                        number(given, "--database-pid")),
                Path.of(required(given, "--module")),
                Path.of(required(given, "--work")).toAbsolutePath(),
                quick ? QUICK : THOROUGH);
    }

    private static List<Part> parts(List<String> names) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String name : names) {
            try {
                parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("signer | verify | exchange: " + name, e);
            }
        }
        return List.copyOf(parts);
    }

    private static long number(Map<String, String> given, String name) {
        try {
            return Long.parseLong(required(given, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": " + given.get(name), e);
        }
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " ?");
        }
        return value;
    }
}
