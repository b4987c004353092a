package vn.lienthong.signer.sign;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A document and the name by which a signature or a container refers to it.
 *
 * @param name a file name without a path, 1 to 200 characters, such as a ZIP may hold anywhere
 * @param file it is read, never changed, unless it was handed over
 * @param handedOver what is known of a file that is the signer's alone
 */
public record NamedDocument(String name, Path file, Optional<HandedOver> handedOver) {
    private static final int LONGEST = 200;

    public NamedDocument {
        if (!isName(name)) {
            throw new IllegalArgumentException("a document has a file name without a path, 1 to 200 characters");
        }
    }

    /** One whose file others may read. */
    public NamedDocument(String name, Path file) {
        this(name, file, Optional.empty());
    }

    /** The same, whose file stays. */
    public NamedDocument toStay() {
        return new NamedDocument(name, file, handedOver.map(HandedOver::toStay));
    }

    /** Whether a document may be called so. Source: ETSI EN 319 162-1 Annex A; APPNOTE 6.3.3 §4.4.17. */
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && name.chars().noneMatch(c -> c < ' ' || c == 0x7f || "/\\:*?\"<>|".indexOf(c) >= 0)
                && !name.startsWith(".")
                && !name.equalsIgnoreCase("mimetype")
                && !name.equalsIgnoreCase("META-INF");
    }
}
