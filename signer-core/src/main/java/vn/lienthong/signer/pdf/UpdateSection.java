package vn.lienthong.signer.pdf;

/**
 * The cross-reference section of one incremental update, read exactly as it is written.
 *
 * @param at where it begins: what startxref says
 * @param end behind its trailer, or behind the object that its stream is
 * @param trailer its trailer, or the dictionary of its stream
 * @param hiddenAt where the stream of a hybrid update is, or -1
 * @param entries this update's own, above those of the revision before
 */
record UpdateSection(long at, long end, PdfValue.Dict trailer, boolean isStream, long hiddenAt, XrefMap entries) {}
