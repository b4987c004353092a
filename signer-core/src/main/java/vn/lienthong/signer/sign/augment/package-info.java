/**
 * Raising signatures that exist to a higher level. May import {@code sign}, {@code sign.dss}, {@code sign.baseline}, {@code
 * validate} for the shape of files, {@code timestamp} and {@code revocation}.
 */
@NullMarked
package vn.lienthong.signer.sign.augment;

import org.jspecify.annotations.NullMarked;
