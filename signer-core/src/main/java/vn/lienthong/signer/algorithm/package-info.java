/** Pure values of cryptography: octets, digests, signature schemes. Imports nothing of the project. */
@NullMarked
package vn.lienthong.signer.algorithm;

import org.jspecify.annotations.NullMarked;
