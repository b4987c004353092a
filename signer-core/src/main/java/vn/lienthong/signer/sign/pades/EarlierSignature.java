package vn.lienthong.signer.sign.pades;

import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * What the dictionary of a signature says that a document has already.
 *
 * @param subFilter how the signature is encoded; empty if it does not say
 * @param contents the signature with what fills its place; empty if there are none
 * @param byteRange the figures as they stand
 */
record EarlierSignature(Optional<String> subFilter, Optional<Bytes> contents, List<Long> byteRange) {
    EarlierSignature {
        byteRange = List.copyOf(byteRange);
    }
}
