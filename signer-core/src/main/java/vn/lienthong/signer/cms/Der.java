package vn.lienthong.signer.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;

/**
 * Puts encoded elements together to larger ones, without a tree of objects in between: what a signature has in common
 * with the one before is encoded once.
 *
 * <p>Source: X.690 §8.1, §10.1, §11.6.
 */
public final class Der {
    public static final int INTEGER = 0x02;
    public static final int OCTET_STRING = 0x04;
    public static final int SEQUENCE = 0x30;
    public static final int SET = 0x31;
    /** The tag [0] of a constructed element; the next tags follow it. */
    public static final int CONTEXT_0 = 0xa0;

    private Der() {}

    /** One element of that tag around the octets, one after the other. */
    public static byte[] element(int tag, byte[]... contents) {
        long length = 0;
        for (byte[] part : contents) {
            length += part.length;
        }
        byte[] header = header(tag, length);
        byte[] whole = Arrays.copyOf(header, Math.toIntExact(header.length + length));
        int at = header.length;
        for (byte[] part : contents) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    /** A SET OF these elements in the order that DER asks for. */
    public static byte[] setOf(List<byte[]> elements) {
        byte[][] sorted = elements.toArray(byte[][]::new);
        Arrays.sort(sorted, Arrays::compareUnsigned);
        return element(SET, sorted);
    }

    /** The identifier and length octets of an element whose contents have that many octets. */
    public static byte[] header(int tag, long length) {
        if (length < 0x80) {
            return new byte[] {(byte) tag, (byte) length};
        }
        int octets = (Long.SIZE - Long.numberOfLeadingZeros(length) + 7) / 8;
        byte[] header = new byte[2 + octets];
        header[0] = (byte) tag;
        header[1] = (byte) (0x80 | octets);
        for (int i = 0; i < octets; i++) {
            header[1 + octets - i] = (byte) (length >>> 8 * i);
        }
        return header;
    }

    /** What Bouncy Castle makes of a value. */
    public static byte[] of(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("ASN.1 is encoded to memory", e);
        }
    }
}
