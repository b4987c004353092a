/**
 * CMS signed data whose signature a token makes: the one place that knows both Bouncy Castle's ASN.1 and the port of
 * the token. Timestamps and seals are built on it. May import {@code algorithm} and {@code token}.
 */
@NullMarked
package vn.lienthong.signer.cms;

import org.jspecify.annotations.NullMarked;
