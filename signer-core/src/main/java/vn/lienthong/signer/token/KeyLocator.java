package vn.lienthong.signer.token;

import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * How a key is found on its token: by CKA_ID, by CKA_LABEL, or by both at once.
 *
 * @param id the octets of CKA_ID, 1 to 64 of them
 * @param label the text of CKA_LABEL, not blank
 */
public record KeyLocator(Optional<Bytes> id, Optional<String> label) {
    public KeyLocator {
        if (id.isEmpty() && label.isEmpty()) {
            throw new IllegalArgumentException("a key is found by its id, its label, or both");
        }
        if (id.isPresent() && (id.get().length() == 0 || id.get().length() > 64)) {
            throw new IllegalArgumentException("a key's id has 1 to 64 octets");
        }
        if (label.isPresent() && label.get().isBlank()) {
            throw new IllegalArgumentException("a key's label is not blank");
        }
    }

    public static KeyLocator ofLabel(String label) {
        return new KeyLocator(Optional.empty(), Optional.of(label));
    }

    public static KeyLocator ofId(Bytes id) {
        return new KeyLocator(Optional.of(id), Optional.empty());
    }

    public static KeyLocator of(Bytes id, String label) {
        return new KeyLocator(Optional.of(id), Optional.of(label));
    }
}
