/**
 * What an operator configured of an issuer's revocation lists and OCSP responder, and asking there. May import
 * {@code revocation}, {@code asking} and {@code trust}.
 */
@NullMarked
package vn.lienthong.signer.revocation.issuer;

import org.jspecify.annotations.NullMarked;
