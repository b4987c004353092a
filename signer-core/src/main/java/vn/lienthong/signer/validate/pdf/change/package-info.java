/**
 * What later revisions of a signed PDF changed, and whether the earlier signatures permit it: by the exact path from the
 * trailer and by value. Imports {@code pdf}, {@code algorithm} and the byte ranges of the package above.
 */
@NullMarked
package vn.lienthong.signer.validate.pdf.change;

import org.jspecify.annotations.NullMarked;
