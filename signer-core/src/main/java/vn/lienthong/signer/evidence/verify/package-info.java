/**
 * The offline verifier of evidence files: no network, no server, no clock of its own. Imports {@code evidence} and its
 * parts, {@code strict}, {@code trust} and {@code text}; CMS and timestamps by Bouncy Castle, certificate paths by the JDK.
 */
@NullMarked
package vn.lienthong.signer.evidence.verify;

import org.jspecify.annotations.NullMarked;
