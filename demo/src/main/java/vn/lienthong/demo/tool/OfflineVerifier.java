package vn.lienthong.demo.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The product's own verifier in a process of its own, cut off from every network where the system allows it.
 *
 * @param holds whether it found everything in order
 * @param cutOff whether the process had no network at all
 * @param passed how many of its checks passed
 * @param lines what it said besides: the checks that did not pass, and its conclusion
 */
public record OfflineVerifier(boolean holds, boolean cutOff, long passed, List<String> lines) {
    private static final String MAIN = "vn.lienthong.signer.cli.Verify";

    public OfflineVerifier {
        lines = List.copyOf(lines);
    }

    /**
     * What it says of the evidence.
     *
     * @param content the document that the evidence is held to be about
     * @param log the log that it has to come from
     */
    public static OfflineVerifier of(Path evidence, Path content, String log, Path anchors, String language) {
        List<String> command = new ArrayList<>();
        boolean cutOff = Tool.run(List.of("sh", "-c", "unshare -n true")).status() == 0;
        if (cutOff) {
            command.addAll(List.of("unshare", "-n"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                "--lang",
                language,
                "--trust",
                anchors.toString(),
                "--log",
                log,
                "--all",
                evidence.toString(),
                content.toString()));
        Tool.Said said = Tool.run(command);
        Map<Boolean, List<String>> lines = said.lines().stream()
                .filter(line -> !line.isBlank())
                .collect(Collectors.partitioningBy(line -> line.startsWith("[ĐẠT]") || line.startsWith("[PASSED]")));
        return new OfflineVerifier(
                said.status() == 0,
                cutOff,
                lines.getOrDefault(true, List.of()).size(),
                lines.getOrDefault(false, List.of()));
    }
}
