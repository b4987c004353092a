package vn.lienthong.demo.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The product's own verifier in a process of its own, cut off from every network where the system allows it.
 *
 * @param holds whether it found everything in order
 * @param cutOff whether the process had no network at all
 * @param lines what it said
 */
public record OfflineVerifier(boolean holds, boolean cutOff, List<String> lines) {
    private static final String MAIN = "vn.lienthong.signer.cli.Verify";

    public OfflineVerifier {
        lines = List.copyOf(lines);
    }

    /** @param content the document that the evidence is held to be about */
    public static OfflineVerifier of(Path evidence, Path content, Path anchors, String language) {
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
                "--content",
                content.toString(),
                evidence.toString()));
        Tool.Said said = Tool.run(command);
        return new OfflineVerifier(said.status() == 0, cutOff, said.lines());
    }
}
