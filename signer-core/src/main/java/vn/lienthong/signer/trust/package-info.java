/** Whom we trust: certificates of authorities, as data with who, when and why. Imports nothing of the project. */
@NullMarked
package vn.lienthong.signer.trust;

import org.jspecify.annotations.NullMarked;
