/**
 * CMS SignedData, certificates and CRLs read strictly: what a signature does not cover must still have the one form that the standard gives it,
 * so that no octet can be changed unseen. Imports {@code algorithm}.
 */
@NullMarked
package vn.lienthong.signer.strict;

import org.jspecify.annotations.NullMarked;
