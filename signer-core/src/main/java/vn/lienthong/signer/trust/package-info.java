/**
 * Whom we trust: certificates of authorities, as data with who, when and why, and the paths that end at them. Imports
 * {@code algorithm} alone.
 */
@NullMarked
package vn.lienthong.signer.trust;

import org.jspecify.annotations.NullMarked;
