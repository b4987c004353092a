/**
 * PKCS#11 v2.40 by the foreign-function API: the module, its slots, sessions and keys, and the driver that the session pool
 * uses. Imports {@code algorithm}, {@code token} and Bouncy Castle's ASN.1; nothing else touches a PKCS#11 module.
 */
@NullMarked
package vn.lienthong.signer.token.cryptoki;

import org.jspecify.annotations.NullMarked;
