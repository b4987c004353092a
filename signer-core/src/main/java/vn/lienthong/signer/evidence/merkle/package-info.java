/** Merkle trees as RFC 9162 hashes them: pure functions over octets. Imports {@code algorithm} only. */
@NullMarked
package vn.lienthong.signer.evidence.merkle;

import org.jspecify.annotations.NullMarked;
