/** A made-up signature and seal, drawn in code, for demonstrations and tests. May import {@code seal} and the JDK. */
@NullMarked
package vn.lienthong.signer.seal.sample;

import org.jspecify.annotations.NullMarked;
