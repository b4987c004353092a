/**
 * Signing in every form at every level: own code for PAdES and CAdES, DSS for XAdES, JAdES and ASiC, and raising above level
 * T. May import every other package of {@code sign}.
 */
@NullMarked
package vn.lienthong.signer.sign.ades;

import org.jspecify.annotations.NullMarked;
