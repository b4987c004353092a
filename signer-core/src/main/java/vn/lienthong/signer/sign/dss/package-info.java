/**
 * What every signature that DSS builds has in common: names of algorithms, timestamps, trust, and the check of what was
 * built. May import {@code sign}, {@code timestamp}, {@code trust}, {@code revocation}, {@code algorithm}.
 */
@NullMarked
package vn.lienthong.signer.sign.dss;

import org.jspecify.annotations.NullMarked;
