/**
 * What the log proves: audit entries, chained and batched under sealed tree heads. Pure functions and records; imports
 * {@code algorithm} and {@code evidence.merkle}, so that whoever verifies needs no server.
 */
@NullMarked
package vn.lienthong.signer.evidence;

import org.jspecify.annotations.NullMarked;
