package vn.lienthong.signer.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * A revision that is complete but for its signature. Its ByteRange covers the whole document but for the place of the
 * signature. Not thread-safe.
 *
 * <p>Source: ISO 32000-2 §12.8.1; ETSI EN 319 142-1 §5.4.
 */
public final class SignableRevision {
    private final byte[] octets;
    private final SignaturePlace.Written place;

    SignableRevision(byte[] octets, long before, SignaturePlace.Written place) {
        this.octets = octets;
        this.place = place;
        long gap = before + place.contentsStart();
        long behind = before + place.contentsEnd();
        String range = " " + gap + " " + behind + " " + (before + octets.length - behind);
        if (range.length() > place.byteRangeLength()) {
            throw new IllegalArgumentException("a document of more than ten digits of octets");
        }
        write(range, place.byteRange());
    }

    /** The digest has taken in what the signature covers of this revision. */
    public void digest(MessageDigest digest) {
        digest.update(octets, 0, place.contentsStart());
        digest.update(octets, place.contentsEnd(), octets.length - place.contentsEnd());
    }

    /** Whether the signature fits into its place, and is there now. */
    public boolean sign(Bytes signature) {
        if (2 * signature.length() > place.contentsEnd() - place.contentsStart() - 2) {
            return false;
        }
        write(HexFormat.of().formatHex(signature.toArray()), place.contentsStart() + 1);
        return true;
    }

    /** The octets to be appended; the caller does not change them. */
    public byte[] octets() {
        return octets;
    }

    private void write(String text, int at) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, octets, at, ascii.length);
    }
}
