package vn.lienthong.signer.pdf;

/** Where an object is. Source: ISO 32000-2 §7.5.4, §7.5.8.3. */
public sealed interface XrefEntry {

    /** Nowhere: a reference to it is null. */
    record Free() implements XrefEntry {}

    /** At that octet of the file. */
    record InUse(long offset, int generation) implements XrefEntry {}

    /** In an object stream, as its object of that index. Its generation is 0. */
    record Compressed(int stream, int index) implements XrefEntry {}
}
