package vn.lienthong.signer.validate.pdf;

/**
 * The ByteRange of one signature: two stretches with the hole for Contents between them.
 *
 * <p>Source: ISO 32000-2 §12.8.1, Table 255.
 *
 * @param first offset of the first stretch
 * @param firstLength its length
 * @param second offset of the second stretch
 * @param secondLength its length
 */
public record ByteRange(long first, long firstLength, long second, long secondLength) {

    /** Where the signed part ends: the offset behind its last octet; negative if the numbers overflow. */
    public long end() {
        return second + secondLength;
    }

    long holeStart() {
        return first + firstLength;
    }

    long holeLength() {
        return second - holeStart();
    }

    /** Whether it starts at 0, leaves one hole, and ends inside the file. */
    boolean isWellFormed(long fileLength) {
        return first == 0
                && firstLength > 0
                && second > firstLength
                && secondLength > 0
                && second <= fileLength
                && secondLength <= fileLength - second;
    }
}
