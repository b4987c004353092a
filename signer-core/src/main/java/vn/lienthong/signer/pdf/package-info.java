/**
 * PDF's own syntax, read strictly and written small: just enough to append a revision to a document whose structure is known
 * for certain. Imports {@code algorithm} alone.
 */
@NullMarked
package vn.lienthong.signer.pdf;

import org.jspecify.annotations.NullMarked;
