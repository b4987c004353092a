/**
 * What is known of each make of HSM, as data: one resource a make. Imports {@code token} and {@code token.cryptoki}; decides
 * nothing at the time of signing.
 */
@NullMarked
package vn.lienthong.signer.token.profile;

import org.jspecify.annotations.NullMarked;
