/**
 * Keys that sign and never leave their token: the port, and the session pool above it. Knows no adapter of its own:
 * {@code token} never imports {@code token.cryptoki} or {@code token.softkey}.
 */
@NullMarked
package vn.lienthong.signer.token;

import org.jspecify.annotations.NullMarked;
