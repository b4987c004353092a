/**
 * The verdict on a signed document, by EN 319 102-1 and by checks of our own. Imports {@code trust}, {@code revocation},
 * {@code policy} and {@code text}; the checks of one format live below and know nothing of this package's reports.
 */
@NullMarked
package vn.lienthong.signer.validate;

import org.jspecify.annotations.NullMarked;
