package vn.lienthong.signer.validate.asic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entry that a relative reference names. Producers write names with or without percent-encoding.
 *
 * <p>Source: EN 319 162-1 §A.6, RFC 3986 §2.1.
 */
final class EntryNames {
    private final Set<String> names;

    EntryNames(Set<String> names) {
        this.names = names;
    }

    /** Whether both readings of the reference name an entry, and different ones. */
    boolean isAmbiguous(String reference) {
        String decoded = decoded(reference);
        return decoded != null && !decoded.equals(reference) && names.contains(decoded) && names.contains(reference);
    }

    Optional<String> find(String reference) {
        String decoded = decoded(reference);
        if (decoded != null && names.contains(decoded)) {
            return Optional.of(decoded);
        }
        return names.contains(reference) ? Optional.of(reference) : Optional.empty();
    }

    private static @Nullable String decoded(String reference) {
        byte[] octets = reference.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] != '%') {
                out.write(octets[i]);
                continue;
            }
            int high = i + 2 <= octets.length - 1 ? Character.digit(octets[i + 1], 16) : -1;
            int low = i + 2 <= octets.length - 1 ? Character.digit(octets[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            out.write(high << 4 | low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
