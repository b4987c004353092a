package vn.lienthong.exchange.infrastructure.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 keys that follow one another, in a file that all nodes have. */
public final class SealingKeys {
    /** One in use, one to come, and some that are on their way out. */
    private static final int MOST = 8;

    private static final int DIGITS = 64;

    private SealingKeys() {}

    /**
     * The keys of the file, which has one in each line as 64 hexadecimal digits, the newest first.
     *
     * @throws IOException if the file cannot be read or holds anything else, no key, or one twice
     */
    public static List<SecretKey> ofFile(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean keys = lines.stream()
                .allMatch(line -> line.length() == DIGITS && line.chars().allMatch(HexFormat::isHexDigit));
        if (!keys || lines.isEmpty() || lines.size() > MOST) {
            throw new IOException(
                    "the file " + file + " does not hold 1 to " + MOST + " lines of 64 hexadecimal digits each");
        }
        List<SecretKey> read = lines.stream()
                .<SecretKey>map(line -> new SecretKeySpec(HexFormat.of().parseHex(line), "AES"))
                .toList();
        if (new HashSet<>(read).size() < read.size()) {
            throw new IOException("the file " + file + " holds a key twice");
        }
        return read;
    }
}
