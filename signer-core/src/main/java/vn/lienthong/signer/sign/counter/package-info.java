/**
 * Signatures over signatures. May import {@code sign}, {@code sign.dss}, {@code sign.baseline}, {@code sign.augment} for the
 * shape of files, and {@code token}.
 */
@NullMarked
package vn.lienthong.signer.sign.counter;

import org.jspecify.annotations.NullMarked;
