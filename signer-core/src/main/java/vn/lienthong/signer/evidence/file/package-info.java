/**
 * The evidence file of one dispatch: a ZIP that a stranger can unpack and check with openssl. Writing, and reading within
 * hard limits; judges nothing. Imports {@code evidence} and {@code evidence.merkle}.
 */
@NullMarked
package vn.lienthong.signer.evidence.file;

import org.jspecify.annotations.NullMarked;
