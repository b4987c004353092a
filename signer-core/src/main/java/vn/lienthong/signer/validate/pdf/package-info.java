/** The PDF's signed byte ranges, octet by octet and without repair. Imports {@code strict} only. */
@NullMarked
package vn.lienthong.signer.validate.pdf;

import org.jspecify.annotations.NullMarked;
