package vn.lienthong.signer.pdf;

/**
 * One part of the cross-reference chain.
 *
 * @param trailer its trailer, or the dictionary of its stream
 * @param isStream whether it is a cross-reference stream
 */
record XrefSection(PdfValue.Dict trailer, boolean isStream) {}
