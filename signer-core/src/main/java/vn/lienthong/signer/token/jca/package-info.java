/**
 * Keys of a token for code that knows the Java Cryptography Architecture alone, TLS and XML signatures among it: signing and
 * nothing else. Imports {@code algorithm}, {@code token} and Bouncy Castle; knows no adapter.
 */
@NullMarked
package vn.lienthong.signer.token.jca;

import org.jspecify.annotations.NullMarked;
